"""Interface words for the values of fields: groups, kinds, grades."""

from sehat.outputs.writer import N_

CAUSE_GROUPS = {
    "everyday": N_("Everyday causes"),
    "pregnancy": N_("Pregnancy"),
    "mineral": N_("Minerals in the blood"),
    "nutrition": N_("Food and vitamins"),
    "medicine": N_("Medicines"),
    "nerve": N_("Nerves"),
    "hormone": N_("Hormones"),
    "organ": N_("Kidney, liver, blood and joints"),
    "vessel": N_("Blood vessels"),
    "injury": N_("Injury and overload"),
    "infection": N_("Infection"),
    "toxic": N_("Poisons"),
}

FREQUENCIES = {
    "common": N_("Common"),
    "uncommon": N_("Uncommon"),
    "rare": N_("Rare"),
}

REMEDY_KINDS = {
    "emergency": N_("Emergency"),
    "first-aid": N_("First aid"),
    "home-care": N_("Care at home"),
    "prevention": N_("Prevention"),
    "medicine-safety": N_("Using medicines safely"),
    "treatment": N_("Treatment by a doctor"),
    "supplement": N_("Supplements"),
    "not-recommended": N_("Not recommended"),
}

STRENGTHS = {
    "good": N_("Good evidence that it helps."),
    "moderate": N_("Moderate evidence."),
    "moderate-no-benefit": N_("Moderate evidence that it does not help."),
    "good-benefit-serious-harm": N_("It works, but it can do serious harm."),
    "low": N_("Weak evidence."),
    "conflicting": N_("Studies disagree."),
    "expert": N_("Based on expert advice, not on studies."),
    "none": N_("No studies were found."),
}

FINDING_GROUPS_ORDER = ("vessel", "muscle", "nerve", "general", "complaint", "trigger", "medicine", "person")
