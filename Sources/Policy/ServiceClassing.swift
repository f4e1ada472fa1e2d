package import Places

/// Which services make which service class (服务类别 I–III).
package struct ServiceClassing: Hashable, Sendable {
    /// The services of each class that the pack names, the lowest class first; services in byte order.
    package let services: [ServiceClass: [String]]

    /// No service says anything of a class.
    package static let none = ServiceClassing(services: [:])

    /// Makes a classing.
    package init(services: [ServiceClass: [String]]) {
        self.services = services.mapValues { Set($0).sorted(by: precedesInByteOrder) }
    }

    /// A facility's class: as it states it, else the highest of which it offers a service; nothing where
    /// neither says.
    package func serviceClass(of facility: Facility) -> ServiceClass? {
        if let stated = facility.serviceClass { return stated }
        return ServiceClass.allCases.reversed().first { candidate in
            services[candidate, default: []].contains(where: facility.services.contains)
        }
    }
}
