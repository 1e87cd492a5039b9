import { catalogue } from "$areas/catalogue";
import { controls } from "$areas/controls";
import { systems } from "$areas/systems";
import type { EvidenceLink } from "$host";
import { t } from "$i18n";

/** Something that evidence can prove something about. */
export interface Target {
  link: EvidenceLink;
  title: string;
}

/** Returns every clause that can be assessed, every control and every AI system, in order. */
export function allTargets(): Target[] {
  const clauses: Target[] = (catalogue.whole.value?.clauses ?? [])
    .filter((clause) => clause.assessable)
    .map(({ id, title }) => ({ link: { to: "clause", id }, title }));
  const known = new Set(controls.all.map((control) => control.id));
  const annexA: Target[] = (catalogue.whole.value?.controls ?? [])
    .filter(({ id }) => !known.has(id))
    .map(({ id, title }) => ({ link: { to: "control", id }, title }));
  const all: Target[] = controls.all.map(({ id, title }) => ({ link: { to: "control", id }, title }));
  const inventory: Target[] = systems.all.map(({ id, name }) => ({
    link: { to: "system", id },
    title: name,
  }));
  return [...clauses, ...annexA, ...all, ...inventory];
}

/** Returns how an operation names a link. */
export function targetOf(link: EvidenceLink): string {
  return `${link.to}:${link.id}`;
}

/** Returns the title of what is linked; nothing where it is not known. */
export function titleOf(link: EvidenceLink): string {
  switch (link.to) {
    case "clause":
      return catalogue.clause(link.id)?.title ?? "";
    case "control":
      return controls.get(link.id)?.title ?? catalogue.control(link.id)?.title ?? "";
    case "system":
      return systems.get(link.id)?.name ?? "";
  }
}

/** Returns a link in few words: "clause 7.2", "A.4.6". */
export function linkWords(link: EvidenceLink): string {
  return link.to === "clause" ? t("evidence.clause", { id: link.id }) : link.id;
}

/** Returns the link that a number names, as the core would take it; null where it names nothing. */
export function linkOf(text: string): EvidenceLink | null {
  const id = text.trim().toLowerCase();
  return allTargets().find(({ link }) => link.id.toLowerCase() === id)?.link ?? null;
}
