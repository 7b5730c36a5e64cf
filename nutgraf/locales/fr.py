"""French."""

from __future__ import annotations

from nutgraf.locales.locale import DateWords, Leads, Locale, Said
from nutgraf.model.strings import Strings

_STRINGS = Strings(
    skip_to_content="Aller au contenu",
    navigation="Pages",
    home="Accueil",
    timeline="Chronologie",
    explainers="Explications",
    players="Acteurs",
    numbers="Chiffres",
    glossary="Glossaire",
    sources="Sources",
    changes="Modifications",
    about="À propos",
    published_by="Publié par",
    redirected="Cette page a changé d’adresse\u00a0:",
    not_found="Il n’y a pas de page ici",
    not_found_text="L’adresse est peut-être mal écrite, ou plus ancienne que ce site. Voici ses pages\u00a0:",
    version_of="Version du",
    feed="Fil des modifications",
    other_formats="Dans d’autres formats",
    embed="Intégrer à votre site",
    embed_as_frame="L’ensemble, dans un cadre\u00a0:",
    embed_as_link="Une citation avec un lien, là où les cadres ne sont pas admis\u00a0:",
    in_short="En bref",
    key_points="Points clés",
    on_this_page="Sur cette page",
    who_is_who="Qui est qui",
    terms_met="Les mots de cette page",
    what_changed="Ce qui a changé",
    all_of_them="Tout voir",
    latest_changes="Quoi de neuf",
    major_events="Principaux événements",
    key_numbers="Chiffres clés",
    questions="Les questions",
    first_published="Première publication",
    last_updated="dernière mise à jour",
    previous="Précédent",
    next="Suivant",
    section_kinds={"fact": "", "analysis": "Analyse", "disputed": "Contesté", "unknown": "Inconnu"},
    at_a_glance="En un coup d’œil",
    no_known_beginning="Début inconnu",
    event_kinds={
        "happened": "",
        "announced": "Annoncé",
        "in-force": "En vigueur",
        "ended": "Terminé",
        "scheduled": "Prévu",
        "proposed": "Proposé",
    },
    event_statuses={"confirmed": "", "disputed": "Contesté", "unconfirmed": "Non confirmé"},
    in_response_to="En réponse à",
    led_to="A entraîné",
    chain_of_responses="Qui a répondu à quoi",
    importance="Importance",
    importances={3: "Tournants", 2: "Événements", 1: "Détails"},
    filter="Filtrer",
    show_all="Tous",
    events_shown="Événements affichés",
    by_period="Par période",
    link_to_this="Lien vers cet événement",
    about_the_date="Sur la date",
    place="Lieu",
    tags="Thèmes",
    as_of="au",
    previously="auparavant",
    mentioned_in="Mentionné dans",
    player_types={
        "person": "Personnes",
        "organisation": "Organisations",
        "government": "Gouvernements",
        "media": "Médias",
    },
    notes="Notes",
    note="Note",
    close="Fermer",
    accessed="consulté le",
    original="Original",
    archived_copy="Copie archivée",
    no_address="On ne lui connaît pas d’adresse sur le web.",
    supports="Ce qu’elle appuie",
    source_kinds={
        "primary": "Source primaire",
        "official": "Document officiel",
        "news": "Article de presse",
        "research": "Recherche",
        "data": "Données",
    },
    text_not_published="Le texte d’une source sert aux vérifications et n’est pas publié ici.",
    pin_results={
        "found": "Ces mots figurent dans la source.",
        "not found": "Ces mots n’ont pas été trouvés dans la source.",
        "unchecked": "Non vérifié\u00a0: le texte de la source n’est pas disponible.",
    },
    pins_of_source={
        "found": "Passages cités qui figurent mot pour mot dans la source\u00a0: {}",
        "not found": "Passages cités qui n’y ont pas été trouvés\u00a0: {}",
        "unchecked": "Passages cités non vérifiés, faute du texte de la source\u00a0: {}",
    },
    how_it_is_checked="Comment ce site est vérifié",
    checking_explained=(
        "À chaque production du site, un programme le compare à un texte conservé de chaque source. Il y cherche mot"
        " pour mot chaque passage cité et chaque citation, et chaque chiffre avec son unité. Il peut voir que des mots"
        " et des chiffres figurent dans une source. Il ne peut pas voir si la source dit vrai, ni si l’affirmation en"
        " est une lecture juste\u00a0: c’est le travail de la rédaction."
    ),
    check_counts={
        "claims": "Événements, chiffres, points clés et paragraphes avec preuves",
        "sourced": "qui nomment une source",
        "found": "dont chaque passage cité et chaque chiffre figurent dans la source",
        "unchecked": "non vérifiés, faute du texte d’une source",
    },
    back_to_text="Retour à l’appel de note {} dans le texte",
    change_types={
        "added": "Ajout",
        "changed": "Modification",
        "corrected": "Correction",
        "checked": "Vérification",
    },
    colon="\u00a0:",
)

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

# Each is named after the article that its dates take: "14 janvier", "printemps"; "été"; "années".
_LE = Leads(alone="", about="vers le ", start="du ", end="au ", since="depuis le ", until="jusqu’au ")
_L = Leads(alone="", about="vers l’", start="de l’", end="à l’", since="depuis l’", until="jusqu’à l’")
_LES = Leads(
    alone="les ",
    about="vers les ",
    start="des ",
    end="aux ",
    since="depuis les ",
    until="jusqu’aux ",
)
# No article: "2019" and "mars 2019"; "avril 2019" elides; "une année entre 2000 et 2099".
_NONE = Leads(alone="", about="vers ", start="de ", end="à ", since="depuis ", until="jusqu’en ")
_NONE_ELIDED = Leads(alone="", about="vers ", start="d’", end="à ", since="depuis ", until="jusqu’en ")
_UNE = Leads(alone="", about="vers ", start="d’", end="à ", since="depuis ", until="jusqu’à ")


def _leads(kind: Said, word: str) -> Leads:
    match kind:
        case "day":
            return _LE
        case "season":
            return _L if word[0] in "éah" else _LE
        case "decade":
            return _LES
        case "years":
            return _UNE
        case "month" | "year":
            return _NONE_ELIDED if word[0] in "ao" else _NONE


_DATES = DateWords(
    months=_MONTHS,
    seasons=("printemps", "été", "automne", "hiver"),
    first_day="1er",
    before_christ="{} av. J.-C.",
    after_christ="{} apr. J.-C.",
    decade="années {}",
    years="une année entre {} et {}",
    unspecified={"month": "mois inconnu", "day": "jour inconnu"},
    uncertain="incertain",
    possibly="peut-être {}",
    roughly="{} environ",
    leads=_leads,
)

LOCALE = Locale(tag="fr", strings=_STRINGS, dates=_DATES)
