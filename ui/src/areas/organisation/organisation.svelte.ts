import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import { Draft } from "$app/draft.svelte";
import { holds } from "$app/leaving.svelte";
import { dateFrom } from "$app/typed-date";
import { call, Failed, type Arguments, type Organisation } from "$host";
import { t } from "$i18n";
import { longDate } from "$i18n/dates";

type TextField = "name" | "scope" | "places" | "activity" | "in_charge" | "top_management";

/** The organisation as the core has it, and what is being written about it. */
class OrganisationStore {
  readonly shown = new Awaited<Organisation>(() => call("organisation.show", {}));
  readonly name = this.#text("name");
  readonly scope = this.#text("scope");
  readonly places = this.#text("places");
  readonly activity = this.#text("activity");
  readonly inCharge = this.#text("in_charge");
  readonly topManagement = this.#text("top_management");
  readonly headcount = new Draft({
    recorded: () => this.shown.value?.headcount?.toString() ?? "",
    send: (typed) => this.set({ headcount: countFrom(typed) }),
  });
  readonly target = new Draft({
    recorded: () => longDate(this.shown.value?.target ?? ""),
    send: (typed) => this.set({ target: dateFrom(typed, "target") }),
  });
  readonly climate = new Draft({
    recorded: () => {
      const climate = this.shown.value?.climate;
      return climate === undefined || climate.answer === "not-answered" ? "" : climate.reason;
    },
    send: async (reason) => {
      const answer = this.shown.value?.climate.answer ?? "not-answered";
      if (answer !== "not-answered") await this.set({ climate: { answer, reason } });
    },
  });

  constructor() {
    const drafts = [
      this.name,
      this.scope,
      this.places,
      this.activity,
      this.inCharge,
      this.topManagement,
      this.headcount,
      this.target,
      this.climate,
    ];
    holds({
      settle: async () => {
        await Promise.all(drafts.map((draft) => draft.settle()));
      },
      unsaved: () => drafts.filter((draft) => draft.unsaved).length,
      drop: () => drafts.forEach((draft) => draft.discard()),
    });
  }

  async set(fields: Arguments<"organisation.set">): Promise<void> {
    this.shown.value = await change("organisation.set", fields);
  }

  #text(field: TextField): Draft {
    return new Draft({
      recorded: () => this.shown.value?.[field] ?? "",
      send: (text) => this.set({ [field]: text }),
    });
  }
}

function countFrom(typed: string): number | null {
  const text = typed.trim();
  if (text === "") return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Failed({
    code: "not-a-number",
    message: t("profile.headcount.wrong", { typed: text }),
    hint: t("profile.headcount.wrong.hint"),
    field: "headcount",
  });
}

export const organisation = new OrganisationStore();
