import type {
  AnsweredAt,
  ControlledDocument,
  DocumentRow,
  DraftDecision,
  DraftKey,
  DraftSummary,
  EvidenceLink,
} from "$host";
import { fail, type HandlersOf } from "./handlers";

/** A draft as the fake core tells it: what it asks, and where each question is answered. */
interface Told {
  key: DraftKey;
  title: string;
  purpose: string;
  links: EvidenceLink[];
  asks: { key: string; question: string; proposal: string; at: AnsweredAt }[];
}

const here: AnsweredAt = { room: "document" };

const told: Told[] = [
  {
    key: "ai-policy",
    title: "AI policy",
    purpose: "Says what the company wants from AI.",
    links: [
      { to: "clause", id: "5.2" },
      { to: "control", id: "A.2.2" },
    ],
    asks: [
      { key: "never", question: "Which uses are ruled out?", proposal: "No faces.", at: here },
      {
        key: "roles",
        question: "Which roles does the organisation hold?",
        proposal: "Several may hold.",
        at: { room: "organisation" },
      },
    ],
  },
  {
    key: "incident-communication",
    title: "Incident communication plan",
    purpose: "Says who is told what.",
    links: [{ to: "control", id: "A.10.3" }],
    asks: [
      {
        key: "owner:A.10.3",
        question: "Who answers for A.10.3?",
        proposal: "A role.",
        at: { room: "control", id: "A.10.3" },
      },
    ],
  },
];

/** The drafts and controlled documents of a core in memory. */
export class FakeDocuments {
  documents: ControlledDocument[] = [];
  pdf = "";
  /** What the workspace knows, by the names of the questions. */
  readonly known = new Set<string>();
  readonly #write: (operation: string) => void;

  constructor(write: (operation: string) => void) {
    this.#write = write;
  }

  readonly handlers: HandlersOf<"document"> & HandlersOf<"draft"> = {
    "draft.list": () => told.map((draft) => this.#summary(draft)),
    "draft.preview": ({ draft }) => ({
      pdf: this.pdf,
      pages: 2,
      decisions: this.#decisions(this.#told(draft), this.#of(draft)),
      warnings: [],
    }),
    "draft.write": ({ draft, file, format }) => {
      if (file.startsWith("/readonly"))
        throw fail("file-not-writable", `${file} cannot be written`, "Choose another folder.", "file");
      const open = this.#decisions(this.#told(draft), this.#of(draft)).length;
      return { file, format: format ?? "docx", bytes: 9_000, sha256: "0".repeat(64), open, warnings: [] };
    },
    "document.list": () => this.documents.map((document) => this.#row(document)),
    "document.show": ({ id }) => {
      const { document, review } = this.#row(this.get(id));
      return { document, review, decisions: this.#left(document), review_months: 12 };
    },
    "document.history": () => [],
    "document.add": ({ draft, title, number, owner, approver }) => {
      const from = draft === undefined ? undefined : this.#told(draft);
      const named = title ?? from?.title ?? "";
      if (named.trim() === "") throw fail("document-needs-title", "A document needs a title", null, "title");
      const document: ControlledDocument = {
        id: `D-${this.documents.length + 1}`,
        title: named,
        draft: draft ?? null,
        kind: "policy",
        number: number ?? "",
        version: "1.0",
        owner: owner ?? "",
        approver: approver ?? "",
        state: "draft",
        next_review: null,
        changes: "",
        working_file: "",
        links: from?.links ?? [],
        answers: {},
        approvals: [],
        evidence: null,
        withdrawn: null,
      };
      this.#write("document.add");
      this.documents.push(document);
      return document;
    },
    "document.set": ({ id, links, ...fields }) => {
      if (links !== undefined) throw fail("unknown-target", "The links are set elsewhere", null, "links");
      return this.#change("document.set", id, (document) => ({
        ...document,
        ...(fields as Partial<ControlledDocument>),
      }));
    },
    "document.decide": ({ id, decision, answer }) =>
      this.#change("document.decide", id, (document) => {
        const others = Object.entries(document.answers).filter(([key]) => key !== decision);
        const answered = answer === null ? others : [...others, [decision, answer]];
        return { ...document, answers: Object.fromEntries(answered) as Record<string, string> };
      }),
    "document.submit": ({ id }) =>
      this.#change("document.submit", id, (one) => ({ ...one, state: "in-review" })),
    "document.recall": ({ id }) => this.#change("document.recall", id, (one) => ({ ...one, state: "draft" })),
    "document.approve": ({ id, what, by, on, next_review, alone }) => {
      const document = this.get(id);
      const approver = by ?? document.approver;
      if (approver === "")
        throw fail("document-needs-approver", "Nobody is named who approves it", null, "approver");
      if (approver === document.owner && (alone ?? "") === "")
        throw fail("owner-approves-alone", "The owner would approve it alone", null, "alone");
      if (what.as === "generated" && this.#left(document).length > 0)
        throw fail("decisions-open", "2 decisions are open", "Answer them.", null);
      const evidence = what.as === "evidence" ? what.id : (document.evidence ?? "E-1");
      const approval = {
        version: document.version,
        by: approver,
        on: on ?? "2026-10-12",
        next_review: next_review ?? "2027-10-12",
        changes: document.changes,
        evidence,
        file: document.approvals.length + 1,
        alone: alone ?? "",
      };
      return this.#change("document.approve", id, (one) => ({
        ...one,
        state: "approved",
        evidence,
        next_review: approval.next_review,
        approvals: [...one.approvals, approval],
      }));
    },
    "document.new-version": ({ id }) =>
      this.#change("document.new-version", id, (one) => ({ ...one, state: "draft", version: "2.0" })),
    "document.withdraw": ({ id, why }) => {
      if (why === "")
        throw fail("withdrawal-needs-reason", "Withdrawing a document needs a reason", null, "why");
      const withdrawn = { on: "2026-10-12", why };
      return this.#change("document.withdraw", id, (one) => ({ ...one, state: "withdrawn", withdrawn }));
    },
  };

  get(id: string): ControlledDocument {
    const document = this.documents.find((each) => each.id === id);
    if (document === undefined) throw fail("unknown-document", `There is no document ${id}`, null, "id");
    return document;
  }

  #change(
    operation: string,
    id: string,
    how: (document: ControlledDocument) => ControlledDocument,
  ): ControlledDocument {
    const changed = how(this.get(id));
    this.#write(operation);
    this.documents = this.documents.map((each) => (each.id === id ? changed : each));
    return changed;
  }

  #told(key: DraftKey): Told {
    const draft = told.find((each) => each.key === key);
    if (draft === undefined) throw fail("unknown-draft", `There is no draft ${key}`);
    return draft;
  }

  #of(key: DraftKey): ControlledDocument | undefined {
    return this.documents.find((each) => each.draft === key && each.state !== "withdrawn");
  }

  #left(document: ControlledDocument): DraftDecision[] {
    if (document.draft === null || document.state === "approved") return [];
    return this.#decisions(this.#told(document.draft), document);
  }

  #decisions(draft: Told, document: ControlledDocument | undefined): DraftDecision[] {
    return draft.asks
      .filter(({ key }) => !this.known.has(key) && document?.answers[key] === undefined)
      .map((asked, index) => ({ number: index + 1, ...asked }));
  }

  #summary(draft: Told): DraftSummary {
    const { key, title, purpose, links } = draft;
    const document = this.#of(key);
    return {
      key,
      title,
      purpose,
      links,
      kind: "policy",
      approver: "top-management",
      review_months: 12,
      decisions: this.#decisions(draft, document),
      asks: draft.asks
        .filter(({ at }) => at.room === "document")
        .map(({ key: name, question }) => ({ key: name, question })),
      document: document?.id ?? null,
      state: document?.state ?? null,
    };
  }

  #row(document: ControlledDocument): DocumentRow {
    return {
      document,
      review: document.next_review === null ? "unset" : "later",
      open: this.#left(document).length,
    };
  }
}
