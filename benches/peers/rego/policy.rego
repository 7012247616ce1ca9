# The three demands, with all outcomes. Rego has no recursion: who controls whom is followed over three links, which is as far
# as chains go in the generated plans; paktlint follows any number. What a name or wording tells is not asked of Rego: the
# plans it is given state every kind (art) and class (klasse).
package plan

import rego.v1

public_kinds := {"stadt", "gemeinde", "stadtkreis", "landkreis", "gemeindeverband", "kommunale_gesellschaft", "land", "jobcenter"}

free_kinds := {"freier_traeger", "wohlfahrtsverband", "kirche", "verein"}

public0 contains id if { some id, org in input.organisationen; org.art in public_kinds }

free0 contains id if { some id, org in input.organisationen; org.art in free_kinds }

companies contains id if { some id, org in input.organisationen; org.art in {"gemeinnuetzige_gesellschaft", "stiftung"} }

# What owners of a set hold together of a company.
held(id, owners) := sum([stake.anteil | some stake in input.organisationen[id].eigentuemer; stake.wer in owners])

public1 := public0 | {id | some id in companies; held(id, public0) > 0.5}

public2 := public1 | {id | some id in companies; held(id, public1) > 0.5}

public3 := public2 | {id | some id in companies; held(id, public2) > 0.5}

# Unknown stakes could be public: independent is only who belongs to independent owners by half at least.
free1 := free0 | {id | some id in companies; held(id, free0) >= 0.5}

free2 := free1 | {id | some id in companies; held(id, free1) >= 0.5}

free3 := free2 | {id | some id in companies; held(id, free2) >= 0.5}

counselling := [post | some post in input.stellen; post.aufgabe == "beratung"]

is_public(post) if post.arbeitgeber in public3

is_public(post) if post.gestellt_von in public3

publicly_employed := count([1 | some post in counselling; is_public(post)])

freely_employed := count([1 | some post in counselling; post.arbeitgeber in free3; not is_public(post)])

no_social_work := {
	"anderes_studium", "sozialer_beruf", "anderer_beruf", "taetigkeit_ohne_abschluss", "nur_erfahrung", "nicht_abgeschlossen",
}

classes := [person.klasse | some post in counselling; post.qualifikation != null; some person in post.qualifikation]

untold := count([1 | some post in counselling; post.qualifikation == null])

unqualified := count([1 | some class in classes; class in no_social_work])

qualified := count([1 | some class in classes; class == "soziale_arbeit"])

outcome(violated, fulfilled, open) := "violated" if { violated > 0; fulfilled == 0 }

outcome(violated, fulfilled, open) := "partial" if { violated > 0; fulfilled > 0 }

outcome(violated, fulfilled, open) := "undetermined" if { violated == 0; open > 0 }

outcome(violated, fulfilled, open) := "fulfilled" if { violated == 0; open == 0 }

default decides := "unknown"

decides := input.entscheidet_ueber_mittel if input.entscheidet_ueber_mittel

decides := input.aufgabe_liegt_bei if { not input.entscheidet_ueber_mittel; input.aufgabe_liegt_bei }

default control := "fulfilled"

control := "violated" if decides == "landkreis"

control := "undetermined" if decides == "unknown"

outcomes := [
	outcome(publicly_employed, freely_employed, (count(counselling) - publicly_employed) - freely_employed),
	outcome(unqualified, qualified, untold + ((count(classes) - unqualified) - qualified)),
	control,
]
