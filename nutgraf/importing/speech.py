"""The words by which a language tells who is speaking: verbs, pronouns, prepositions. Nothing but tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One language's words, each list as a pattern."""

    verbs: str
    """Forms that have a subject of their own, with their helpers."""
    participles: str = r"(?!)"
    """Forms that share the subject of the words before them."""
    passives: str = r"(?!)"
    """Forms that tell that somebody said it, and not who."""
    according: str
    pronouns: str
    prepositions: str
    """Behind one of these a name is no subject."""
    titles_of_works: str
    """Before a quotation, these make it the title of a work or a name."""
    articles: str


_EN = Speech(
    verbs=r"(?:(?:has|have|had|also|later|then|once|recently|previously|reportedly|further|\w+ly) )*(?:said|says|say"
    r"|told|tells|added|adds"
    r"|noted|notes|stated|explained|explains|wrote|writes|argued|argues|warned|warns|claimed|insisted|insists|announced"
    r"|concluded|concludes|declared|declares|described|describes|called|calls|commented|comments|replied|replies|responded"
    r"|asked|asks|answered|continued|continues|remarked|observed|observes|suggested|suggests|reported|acknowledged"
    r"|admitted|admits|confirmed|denied|urged|recalled|predicted|joked|tweeted|posted|stressed|emphasi[sz]ed|vowed"
    r"|pledged|promised|testified|reiterated|maintained|contended|complained|hailed|praised|condemned|denounced|slammed"
    r"|criticised|criticized|labell?ed|termed|dubbed|quipped|lamented|boasted|cautioned|countered|exclaimed|opined|reads|read"
    r"|recommended|reflected|ruled|shouted|signed off|speculated|thinks|thought|believes|believed|accused|agreed|agrees"
    r"|appealed|asserted|asserts|assured|cited|demanded|expressed|guessed|hinted|mused|objected|proclaimed|proposed"
    r"|put it"
    r"|revealed|thanked|wondered|welcomed|went on|opposed|applauded|commended|quoted|refers? to"
    r"|referred to|spoke|speaks|informed|indicated|conceded|summed up|chided|implored|scoffed|protested|pointed out"
    r"|chanted)",
    participles=r"saying|adding|telling|calling|describing|noting|writing|arguing|warning|stating|declaring|claiming"
    r"|explaining|insisting|citing|asking|stressing|concluding|announcing|urging|branding|labell?ing|suggesting"
    r"|saying that"
    r"|as saying|as telling|commenting|remarking|promising|tweeting|posting|quoting|referring to|what (?:it|he|she"
    r"|they|the \w+) (?:has |have |had )?(?:called|calls|call|described as|describes as|termed|dubbed)",
    passives="described as|rated|considered|deemed|termed|branded|labell?ed|hailed as|seen as|known to say|dismissed"
    " as",
    according=r"(?:[Aa]ccording to|[Ii]n the words of|[Aa]s per|[Qq]uot(?:ed|ing))",
    pronouns="he|she|they|it|who|which|I|we|He|She|They|It|I|We",
    prepositions="in|at|on|of|for|from|to|with|by|about|against|under|over|into|near|after|before|during|and|against|via",
    titles_of_works="titled|entitled|named|known as|so-called|nicknamed|book|film|movie|song|album"
    "|play|novel|series"
    "|headlined|essay|poem|show|slogan|motto|theme|project|program|programme|operation|campaign|website|site|game|single"
    "|article|term|word|words|phrase|code-named|codenamed|know as",
    articles="the|The|a|A|an|An|its|his|her|their|one|One|this|another",
)

_FR = Speech(
    verbs=r"(?:n[e'’] ?)?(?:(?:s['’]est|se|s['’]|l['’]|a|ont|avait|avaient|aurait|auraient|y|en|aussi|cependant"
    r"|également|ensuite|alors|même) ?)*"
    r"(?:déclarée?|dit|disent|disait|affirm(?:e|ent|é|ait)|expliqu(?:e|ent|é|ait)|ajout(?:e|ent|é|ait)|précis(?:e|ent|é|ait)"
    r"|indiqu(?:e|ent|é|ait)|soulign(?:e|ent|é|ait)|estim(?:e|ent|é|ait)|annonc(?:e|ent|é|ait)|écri(?:t|vent|vait)|lanc(?:e|é)"
    r"|répond(?:u|ent|ait)?|confi(?:e|é|ent)|rappel(?:le|é|lent)|assur(?:e|é|ent|ait)|regrett(?:e|é|ent)|dénonc(?:e|é|ent)"
    r"|dénonçait|jug(?:e|é|ent)|jugeait|not(?:e|é|ent)|remarqu(?:e|é|ent)|conclu(?:t|ent)?|poursui(?:t|vi|vent)|insist(?:e|é|ent)"
    r"|observ(?:e|é|ent)|racont(?:e|é|ent)|révèl(?:e|ent)|révélé|pointe|rapport(?:e|é|ent)|témoign(?:e|é|ent)|affich(?:e|é)"
    r"|reconna[iî](?:t|ssent)|reconnu|demand(?:e|é|ent)|promi[st]|promet|qualifi(?:e|é|ent)|considèr(?:e|ent)|considéré|martel(?:é)"
    r"|titr(?:e|é)|tweet(?:e|é)|réagi(?:t|ssent)?|commen(?:te|té|tent)|plaid(?:e|é|ent)|souhait(?:e|é|ent)|appel(?:le|é|lent)"
    r"|contest(?:e|é|ent)|critiqu(?:e|é|ent)|fustig(?:e|é)|salu(?:e|é|ent)|résum(?:e|é)|admet|admis|avou(?:e|é)|soutien(?:t|nent)"
    r"|soutenu|prévient|prévenu|averti(?:t)?|clam(?:e|é)|proclam(?:e|é)|martèle|pense|pensent|accus(?:e|é|ent)"
    r"|peut-on lire)",
    participles=r"déclarant|affirmant|expliquant|ajoutant|précisant|indiquant|soulignant|estimant|écrivant|rappelant|assurant"
    r"|dénonçant|jugeant|concluant|qualifiant|parlant de|évoquant|en ces termes",
    passives="considérée?s? comme|qualifiée?s? de|jugée?s?|décrite?s? comme",
    according=r"(?:[Ss]elon|[Dd]['’]après|[Pp]our|[Dd]e l['’]avis de|[Aa]ux yeux de)",
    pronouns="il|elle|ils|elles|on|qui|je|nous|Il|Elle|Ils|Elles|On|Nous|t-il|t-elle|t-on|-t-il|ce dernier|cette"
    " dernière|celui-ci|lui|eux",
    prepositions="à|de|du|des|au|aux|en|dans|par|pour|sur|avec|chez|vers|contre|sous|et|d|l|lors",
    titles_of_works="intitulée?s?|titrée?s?|nommée?s?|appelée?s?|surnommée?s?|baptisée?s?|film|livre|chanson|album|roman"
    "|série|affaire|opération|projet|plan|l['’]|émission|parti|candidat|association|slogan|mot|terme|du|le|la|les|des",
    articles="le|la|les|l|un|une|des|son|sa|ses|leur|ce|cette|Le|La|Les|L|Un|Une|Ce|Cette",
)

_ES = Speech(
    verbs=r"(?:(?:ha|han|había|se) )*(?:dijo|dijeron|dice|dicho|afirmó|afirmaron|afirma|afirmado|aseguró|asegura"
    r"|asegurado|explicó"
    r"|explica|señaló|señala|señalado|indicó|indica|añadió|agregó|agrega|declaró|declararon|declarado|manifestó|expresó|advirtió"
    r"|sostuvo|comentó|anunció|escribió|escribe|reiteró|subrayó|destacó|apuntó|insistió|precisó|respondió|concluyó|denunció"
    r"|calificó|informó|recordó|confirmó|consideró|opinó|admitió|reconoció|pidió)",
    participles="diciendo|afirmando|añadiendo|agregando|asegurando|señalando|calificando",
    according="(?:[Ss]egún|[Pp]ara|[Dd]e acuerdo con|[Ee]n palabras de)",
    pronouns="él|ella|ellos|ellas|quien|que|Él|Ella",
    prepositions="a|de|del|en|por|para|con|sobre|contra|y|al",
    titles_of_works="titulad[oa]s?|llamad[oa]s?|denominad[oa]s?|película|libro|canción|álbum|serie|lema|operación|plan|la|el|los|las",
    articles="el|la|los|las|un|una|El|La|Los|Las|Un|Una|su",
)

_PT = Speech(
    verbs=r"(?:(?:tem|têm|havia|se) )*(?:disse|disseram|diz|afirmou|afirmaram|afirma|declarou|declararam|explicou"
    r"|explica|acrescentou"
    r"|ressaltou|destacou|informou|anunciou|escreveu|comentou|alertou|avaliou|concluiu|completou|contou|lembrou|respondeu"
    r"|reiterou|criticou|defendeu|garantiu|considerou|observou|admitiu|confirmou|pediu|salientou|frisou|enfatizou)",
    participles="dizendo|afirmando|acrescentando|declarando|explicando",
    according="(?:[Ss]egundo|[Pp]ara|[Dd]e acordo com|[Cc]onforme|[Nn]as palavras de)",
    pronouns="ele|ela|eles|elas|que|quem|Ele|Ela",
    prepositions="a|de|do|da|dos|das|em|no|na|por|para|com|sobre|contra|e|ao",
    titles_of_works="intitulad[oa]s?|chamad[oa]s?|denominad[oa]s?|filme|livro|música|álbum|série|operação|projeto|a|o|os|as",
    articles="o|a|os|as|um|uma|O|A|Os|As|Um|Uma|seu|sua",
)

_DE = Speech(
    verbs=r"(?:(?:hat|haben|hatte) )*(?:sagte|sagten|sagt|erklärte|erklärten|erklärt|betonte|betont|meinte|meint"
    r"|schrieb|schreibt"
    r"|kritisierte|kritisiert|warnte|warnt|forderte|fordert|teilte|berichtete|berichtet|kündigte|ergänzte|fügte|antwortete"
    r"|behauptete|kommentierte|bezeichnete|nannte|zitierte|gesagt|so)",
    according="(?:[Ll]aut|[Nn]ach Angaben von|[Nn]ach Ansicht von|[Ss]o)",
    pronouns="er|sie|es|man|Er|Sie|Es",
    prepositions="in|an|auf|von|vom|aus|mit|bei|für|nach|vor|zu|und|im|am|zum|zur|gegen",
    titles_of_works="genannte?n?|namens|titel|film|buch|lied|album|serie|sogenannte?n?|begriff|wort|der|die|das|den|dem",
    articles="der|die|das|ein|eine|Der|Die|Das|Ein|Eine|sein|ihr",
)

SPEECH: Mapping[str, Speech] = {"en": _EN, "fr": _FR, "es": _ES, "pt": _PT, "de": _DE}
