package import Places

/// A name in the two languages that the program speaks.
package struct BilingualText: Hashable, Sendable {
    /// English.
    package let en: String
    /// Chinese.
    package let zh: String

    /// Makes a text of its two forms.
    package init(en: String, zh: String) {
        self.en = en
        self.zh = zh
    }
}

/// A document that a rule, a target or an amount of money rests on.
package struct Citation: Hashable, Sendable {
    /// How the text of the document is known.
    package enum Knowledge: String, Hashable, Sendable, CaseIterable {
        /// The document itself was read.
        case document
        /// An official notice of it was read.
        case notice
        /// A copy in the press was read.
        case newsCopy = "news_copy"
        /// Another document quotes it.
        case secondHand = "second_hand"
    }

    /// What the pack's clauses call it.
    package let id: String
    /// The title of the document.
    package let title: BilingualText
    /// The number under which it was issued (武民函〔2020〕125号).
    package let number: String?
    /// When it was issued, as far as it is known.
    package let date: PartialDate?
    /// How its text is known.
    package let known: Knowledge

    /// Makes a citation of its parts.
    package init(id: String, title: BilingualText, number: String?, date: PartialDate?, known: Knowledge) {
        self.id = id
        self.title = title
        self.number = number
        self.date = date
        self.known = known
    }
}

/// The place in a document that a rule rests on.
package struct Clause: Hashable, Sendable {
    /// The document.
    package let citation: Citation
    /// The article, paragraph or item in it.
    package let part: String?

    /// Makes a clause of a document.
    package init(_ citation: Citation, part: String? = nil) {
        self.citation = citation
        self.part = part
    }

    /// The clause as outputs name it: the document's number (else its Chinese title) and the part.
    package var label: String {
        let document = citation.number ?? citation.title.zh
        return if let part { "\(document) \(part)" } else { document }
    }
}
