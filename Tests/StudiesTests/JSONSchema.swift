import Testing
import Yams

/// As much of JSON Schema (draft 2020-12) as the schema of packs uses; a keyword that it does not know is an error.
struct JSONSchema {
    /// A keyword that is not understood here.
    struct UnknownKeyword: Error { let name: String }

    private let root: [String: Any]

    init(_ root: [String: Any]) { self.root = root }

    /// Where a YAML text is not what the schema asks for: the places, and the keyword that each of them fails.
    func faults(ofYAML text: String) throws -> [String] {
        let node = try #require(try Yams.compose(yaml: text))
        return try faults(node, root, at: "")
    }

    private func fits(_ node: Node, _ schema: Any?) throws -> Bool {
        try faults(node, schema, at: "").isEmpty
    }

    private func faults(_ node: Node, _ any: Any?, at path: String) throws -> [String] {
        if let flag = any as? Bool { return flag ? [] : [path] }
        let schema = try #require(any as? [String: Any])
        var faults: [String] = []
        for key in schema.keys.sorted() {
            let isMet: Bool
            switch key {
            case "$schema", "$defs", "title", "description", "then": continue
            case "properties", "additionalProperties":
                if key == "properties" || schema["properties"] == nil || schema[key] as? Bool == false {
                    faults += try ofProperties(node, schema, key, at: path)
                }
                continue
            case "items":
                for (index, item) in (node.sequence.map(Array.init) ?? []).enumerated() {
                    faults += try self.faults(item, schema[key], at: "\(path)[\(index)]")
                }
                continue
            case "$ref":
                let name = try #require((schema[key] as? String)?.split(separator: "/").last)
                let definitions = try #require(root["$defs"] as? [String: Any])
                faults += try self.faults(node, definitions[String(name)], at: path)
                continue
            case "if":
                if try fits(node, schema[key]) { faults += try self.faults(node, schema["then"], at: path) }
                continue
            default: isMet = try meets(node, key, schema[key])
            }
            if !isMet { faults.append("\(path) \(key)") }
        }
        return faults
    }

    private func ofProperties(
        _ node: Node, _ schema: [String: Any], _ key: String, at path: String
    ) throws -> [String] {
        let known = schema["properties"] as? [String: Any] ?? [:]
        var faults: [String] = []
        for (name, value) in node.mapping.map(Array.init) ?? [] {
            let word = try #require(name.string)
            if let own = known[word] {
                if key == "properties" { faults += try self.faults(value, own, at: "\(path).\(word)") }
            } else if key == "additionalProperties" {
                faults += try self.faults(value, schema[key], at: "\(path).\(word)")
            }
        }
        return faults
    }

    private func meets(_ node: Node, _ key: String, _ value: Any?) throws -> Bool {
        let list = value as? [Any] ?? []
        let names = value as? [String] ?? []
        let text = node.plainText
        func has(_ name: String) -> Bool { node.mapping?[name] != nil }
        switch key {
        case "type": return (names.isEmpty ? [value as? String ?? ""] : names).contains(where: node.isOf)
        case "required": return node.mapping == nil || names.allSatisfy(has)
        case "dependentRequired":
            let needs = value as? [String: [String]] ?? [:]
            return node.mapping == nil || needs.allSatisfy { !has($0) || $1.allSatisfy(has) }
        case "propertyNames":
            return try (node.mapping.map(Array.init) ?? []).allSatisfy { try fits($0.0, value) }
        case "minProperties": return node.mapping.map { $0.count >= value as? Int ?? 0 } ?? true
        case "enum": return names.contains(node.string ?? "")
        case "const": return node.string == value as? String
        case "pattern":
            let pattern = try Regex(try #require(value as? String))
            return try text.map { try pattern.firstMatch(in: $0) != nil } ?? true
        case "minLength": return text.map { $0.count >= value as? Int ?? 0 } ?? true
        case "minItems": return node.sequence.map { $0.count >= value as? Int ?? 0 } ?? true
        case "contains": return try node.sequence?.contains { try fits($0, value) } ?? true
        case "minimum": return node.number.map { $0 >= value as? Double ?? 0 } ?? true
        case "maximum": return node.number.map { $0 <= value as? Double ?? 0 } ?? true
        case "exclusiveMinimum": return node.number.map { $0 > value as? Double ?? 0 } ?? true
        case "anyOf": return try list.contains { try fits(node, $0) }
        case "allOf": return try list.allSatisfy { try fits(node, $0) }
        case "oneOf": return try list.count { try fits(node, $0) } == 1
        case "not": return try !fits(node, value)
        default: throw UnknownKeyword(name: key)
        }
    }
}

extension Node {
    /// The number that a scalar without quotes is.
    fileprivate var number: Double? {
        guard let scalar, scalar.style == .plain else { return nil }
        return Double(scalar.string)
    }

    /// The text that a scalar is, where it is no number, flag or nothing.
    fileprivate var plainText: String? {
        guard let scalar else { return nil }
        let isText = scalar.style != .plain || (number == nil && bool == nil && null == nil)
        return isText ? scalar.string : nil
    }

    fileprivate func isOf(_ type: String) -> Bool {
        switch type {
        case "object": mapping != nil
        case "array": sequence != nil
        case "string": plainText != nil
        case "number": number != nil
        case "integer": number.map { $0 == $0.rounded() } ?? false
        case "boolean": scalar?.style == .plain && bool != nil
        case "null": null != nil
        default: false
        }
    }
}
