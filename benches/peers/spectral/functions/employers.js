// Counselling posts whose employer, or whoever lends the staff, is public or publicly controlled: a majority by known stakes,
// to the least fixpoint, as paktlint has it.
const PUBLIC = new Set(["stadt", "gemeinde", "stadtkreis", "landkreis", "gemeindeverband", "kommunale_gesellschaft", "land", "jobcenter"]);

export default function employers(plan) {
  const organisations = Object.entries(plan.organisationen ?? {});
  const held = new Set(organisations.filter(([, organisation]) => PUBLIC.has(organisation.art)).map(([id]) => id));
  for (let size = -1; size !== held.size; ) {
    size = held.size;
    for (const [id, organisation] of organisations) {
      const stakes = (organisation.eigentuemer ?? []).filter((stake) => held.has(stake.wer)).map((stake) => stake.anteil ?? 0);
      if (stakes.reduce((sum, stake) => sum + stake, 0) > 0.5) held.add(id);
    }
  }
  const found = [];
  (plan.stellen ?? []).forEach((post, at) => {
    if (post.aufgabe === "beratung" && (held.has(post.arbeitgeber) || held.has(post.gestellt_von))) {
      found.push({ message: "a public employer", path: ["stellen", at, "arbeitgeber"] });
    }
  });
  return found;
}
