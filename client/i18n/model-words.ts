/** The words of the model as the interface shows them. */
import type { EntityType, Group, Level, Role, StandingLevel } from "../../server/domain/model.ts";

const standing: Record<StandingLevel | Level, string> = {
  unstated: "unstated",
  reported: "reported",
  alleged: "alleged",
  sanctioned: "sanctioned",
  charged: "charged",
  admitted: "admitted",
  found: "found by a court",
  convicted: "convicted",
  confirmed: "confirmed",
  denied: "denied",
  contradicted: "contradicted",
  retracted: "retracted",
  acquitted: "acquitted",
  withdrawn: "withdrawn",
  "disputed-only": "disputed only",
};
const group: Record<Group, string> = {
  sponsorship: "sponsorship",
  intermediation: "intermediation",
  execution: "execution",
  target: "target",
  structure: "structure",
  association: "association",
  justice: "justice",
  geography: "geography",
  statement: "statement",
  identity: "identity",
};
const types: Record<EntityType, string> = {
  Person: "people",
  Group: "groups",
  Gang: "gangs",
  Agency: "agencies",
  Organization: "organisations",
  Country: "countries",
  Place: "places",
  Plot: "plots",
  Event: "events",
  Case: "cases",
  Measure: "measures",
  Item: "items",
};
const type: Record<EntityType, string> = {
  Person: "person",
  Group: "group",
  Gang: "gang",
  Agency: "agency",
  Organization: "organisation",
  Country: "country",
  Place: "place",
  Plot: "plot",
  Event: "event",
  Case: "case",
  Measure: "measure",
  Item: "item",
};
const role: Record<Role, string> = {
  sponsor: "sponsor",
  agency: "agency",
  intermediary: "intermediary",
  perpetrator: "perpetrator",
  target: "target",
  accuser: "accuser",
  judge: "judge",
};

export const modelWords = {
  standing,
  group,
  types,
  type,
  role,
  /** The ladder as rows: one for each rank. */
  rank: ["unstated", "reported or alleged", "sanctioned", "charged", "admitted", "found by a court", "convicted or confirmed"],
  rankShort: ["unstated", "reported, alleged", "sanctioned", "charged", "admitted", "found", "convicted, confirmed"],
} as const;
