import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import { RecordDrafts } from "$app/record-drafts";
import { call, type Arguments, type Scope } from "$host";
import { organisation } from "./organisation.svelte";

export const lists = ["activities", "units", "places", "interfaces"] as const;
export type List = (typeof lists)[number];

/** The scope as the core has it: its parts, the text that they make, and the versions that were adopted (4.3). */
class ScopeStore {
  readonly shown = new Awaited<Scope>(() => call("scope.show", {}));
  /** What is being written in its parts: by the name of a list, and the place in it. */
  readonly drafts = new RecordDrafts({
    recorded: (list, place) => this.#text(list, place),
    send: (list, place, text) => this.#send(list, place, text),
  });

  async set(parts: Arguments<"scope.set">): Promise<void> {
    this.shown.value = await change("scope.set", parts);
  }

  /** Adds a line to a list, after what was typed in it. */
  async add(list: List | "outside", line: string): Promise<void> {
    await this.drafts.settle(list);
    const parts = this.shown.value?.parts;
    if (parts === undefined) return;
    if (list === "outside") await this.set({ outside: [...parts.outside, { what: line, why: "" }] });
    else await this.set({ [list]: [...parts[list], line] });
  }

  /** Takes a line of a list away. */
  async take(list: List | "outside", index: number): Promise<void> {
    await this.drafts.settle(list);
    const parts = this.shown.value?.parts;
    if (parts === undefined) return;
    await this.set({ [list]: parts[list].filter((_, at) => at !== index) });
    this.drafts.forget(list);
  }

  /** Puts the text that the parts make in the scope's place. */
  async useProposal(): Promise<void> {
    const proposal = this.shown.value?.proposal;
    if (proposal === undefined) return;
    organisation.scope.discard();
    await organisation.set({ scope: proposal });
    await this.shown.load();
  }

  async adopt(how: Arguments<"scope.adopt">): Promise<void> {
    await organisation.scope.settle();
    this.shown.value = await change("scope.adopt", how);
  }

  #text(list: string, place: string): string {
    const parts = this.shown.value?.parts;
    const [index, part] = [Number(place.split(".")[0]), place.split(".")[1]];
    if (parts === undefined) return "";
    if (list === "outside") return parts.outside[index]?.[part === "why" ? "why" : "what"] ?? "";
    const known = lists.find((each) => each === list);
    return known === undefined ? "" : (parts[known][index] ?? "");
  }

  async #send(list: string, place: string, text: string): Promise<void> {
    const parts = this.shown.value?.parts;
    const [index, part] = [Number(place.split(".")[0]), place.split(".")[1]];
    if (parts === undefined) return;
    if (list === "outside") {
      const changed = part === "why" ? { why: text } : { what: text };
      const outside = parts.outside.map((each, at) => (at === index ? { ...each, ...changed } : each));
      await this.set({ outside });
      return;
    }
    const known = lists.find((each) => each === list);
    if (known !== undefined)
      await this.set({ [known]: parts[known].map((each, at) => (at === index ? text : each)) });
  }
}

export const scope = new ScopeStore();
