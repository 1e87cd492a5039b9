import { describe, expect, it } from "vitest";
import type { GuidePlace } from "$host";
import { href } from "$app/router.svelte";
import { shownPlace } from "../src/areas/guide/places";

describe("where a step of the guide is shown to be done", () => {
  it.each<[GuidePlace, string, string]>([
    [{ at: "roles" }, "your roles in Organisation", "#/organisation/roles"],
    [{ at: "profile" }, "Organisation: Profile", "#/organisation/profile"],
    [{ at: "context" }, "Organisation: Context", "#/organisation/context"],
    [{ at: "parties" }, "Organisation: Interested parties", "#/organisation/parties"],
    [{ at: "people" }, "Organisation: People", "#/organisation/people"],
    [{ at: "scope" }, "the scope in Organisation", "#/organisation/scope"],
    [{ at: "systems" }, "AI systems", "#/systems"],
    [{ at: "document", document: "D-1", title: "AI policy" }, "AI policy", "#/documents/D-1"],
    [
      { at: "draft", draft: "ai-policy", title: "AI policy" },
      "the draft “AI policy”",
      "#/documents/ai-policy",
    ],
  ])("leads to the very part: %o", (place, words, address) => {
    const shown = shownPlace(place);
    expect([shown.words, href(shown.route)]).toEqual([words, address]);
  });
});
