"""Interface words for the values of fields: groups, kinds, grades."""


def N_(message: str) -> str:
    """Marks an interface word for translation where it is defined."""
    return message


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

SOURCE_KINDS = {
    "official": N_("Health authority or reference work"),
    "official-copy": N_("Copy of a health authority's text"),
    "guideline": N_("Clinical guideline"),
    "peer-reviewed": N_("Peer-reviewed study"),
    "hospital-or-charity": N_("Hospital, university or charity"),
    "news-quoting-official": N_("News quoting an authority"),
    "secondary": N_("Other explanatory page"),
    "dataset": N_("Code list"),
}

PASSED_ON = {
    "copy-on": N_("%(publisher)s, copy on %(other)s"),
    "record-on": N_("%(publisher)s, record on %(other)s"),
    "translation-on": N_("%(publisher)s, translation on %(other)s"),
    "record-of": N_("%(publisher)s, record of %(other)s"),
    "quoting": N_("%(publisher)s, quoting %(other)s"),
    "crediting": N_("%(publisher)s, crediting %(other)s"),
    "summarising": N_("%(publisher)s, summarising %(other)s"),
}
"""How a source that did not come straight from its publisher stands to it."""
