#pragma once
// GDAL is not linked but opened when a layer needs it: loading it and the seventy libraries it links takes longer
// than many a run. Its headers are on no path of ours, since pkg-config would link it.
#if __has_include(<gdal/gdal.h>)
#include <gdal/cpl_conv.h>
#include <gdal/cpl_error.h>
#include <gdal/cpl_string.h>
#include <gdal/gdal.h>
#include <gdal/ogr_api.h>
#include <gdal/ogr_srs_api.h>
#else
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#endif
#include <dlfcn.h>

// The functions of GDAL that are called.
#define CARECIRCLE_GDAL_FUNCTIONS(F) \
    F(CPLGetErrorHandlerUserData) F(CPLPopErrorHandler) F(CPLPushErrorHandlerEx) F(CSLAddString) \
    F(CSLDestroy) F(GDALAllRegister) F(GDALClose) F(GDALDatasetGetLayer) \
    F(GDALDatasetGetLayerByName) F(GDALDatasetGetLayerCount) F(GDALGetDatasetDriver) \
    F(GDALGetDriverShortName) F(GDALGetGeoTransform) F(GDALGetProjectionRef) F(GDALGetRasterBand) \
    F(GDALGetRasterCount) F(GDALGetRasterNoDataValue) F(GDALGetRasterOffset) F(GDALGetRasterScale) \
    F(GDALGetRasterXSize) F(GDALGetRasterYSize) F(GDALOpenEx) F(GDALRasterIO) F(GDALVersionInfo) F(OGR_FD_GetFieldCount) \
    F(OGR_FD_GetFieldDefn) F(OGR_F_Destroy) F(OGR_F_GetFID) F(OGR_F_GetFieldAsDateTimeEx) \
    F(OGR_F_GetFieldAsDouble) F(OGR_F_GetFieldAsDoubleList) F(OGR_F_GetFieldAsInteger64) \
    F(OGR_F_GetFieldAsInteger64List) F(OGR_F_GetFieldAsString) F(OGR_F_GetFieldAsStringList) \
    F(OGR_F_GetGeometryRef) F(OGR_F_IsFieldSetAndNotNull) F(OGR_Fld_GetNameRef) \
    F(OGR_Fld_GetSubType) F(OGR_Fld_GetType) F(OGR_GT_Flatten) F(OGR_G_CreateFromWkt) \
    F(OGR_G_DestroyGeometry) F(OGR_G_GetGeometryCount) F(OGR_G_GetGeometryName) \
    F(OGR_G_GetGeometryRef) F(OGR_G_GetGeometryType) F(OGR_G_GetLinearGeometry) \
    F(OGR_G_GetPointCount) F(OGR_G_GetPoints) F(OGR_G_HasCurveGeometry) F(OGR_G_IsEmpty) \
    F(OGR_L_GetFeatureCount) F(OGR_L_GetGeomType) F(OGR_L_GetFIDColumn) F(OGR_L_GetLayerDefn) F(OGR_L_GetName) \
    F(OGR_L_GetNextFeature) F(OGR_L_GetSpatialRef) F(OGR_L_ResetReading) F(OGR_L_SetAttributeFilter) \
    F(OSRExportToWkt) F(OSRGetAuthorityCode) F(OSRGetAuthorityName) F(OSRGetAxis) \
    F(OSRGetDataAxisToSRSAxisMapping) F(OSRGetName) F(OSRIsGeographic) F(VSIFCloseL) F(VSIFOpenL) \
    F(VSIFileFromMemBuffer) F(VSIFree) F(VSIIngestFile) F(VSIUnlink)

// Each of them under its own name.
typedef struct __attribute__((swift_attr("@Sendable"))) {
#define F(name) __typeof__(name) *name;
    CARECIRCLE_GDAL_FUNCTIONS(F)
#undef F
} GDALFunctions;

// Finds the functions in an open library; returns the name of the first that it lacks, or NULL.
static inline const char *gdal_functions_find(void *library, GDALFunctions *functions) {
#define F(name) \
    functions->name = (__typeof__(name) *)dlsym(library, #name); \
    if (!functions->name) return #name;
    CARECIRCLE_GDAL_FUNCTIONS(F)
#undef F
    return 0;
}
