"""The words of dates in day-first languages: a table for each, and nothing but tables."""

from __future__ import annotations

from collections.abc import Mapping

from nutgraf.importing.date_tables import DateTable
from nutgraf.importing.dates import Unit


def _steps(last: str, this: str, following: str) -> dict[str, int]:
    return {
        **dict.fromkeys(last.split("|"), -1),
        **dict.fromkeys(this.split("|"), 0),
        **dict.fromkeys(following.split("|"), 1),
    }


def _units(year: str, month: str, week: str, day: str) -> Mapping[str, Unit]:
    return {
        **dict.fromkeys(year.split("|"), "year"),
        **dict.fromkeys(month.split("|"), "month"),
        **dict.fromkeys(week.split("|"), "week"),
        **dict.fromkeys(day.split("|"), "day"),
    }


WORDS: Mapping[str, DateTable] = {
    "fr": DateTable(
        months="janvier janv.,février févr. fevrier,mars,avril,mai,juin,juillet juil.,août aout,septembre"
        " sept.,octobre oct.,"
        "novembre nov.,décembre déc. decembre",
        weekdays="lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche",
        seasons="printemps,été,automne,hiver",
        steps=_steps("dernier|dernière|passé|passée", "ce|cet|cette", "prochain|prochaine"),
        near_days={"hier": -1, "aujourd'hui": 0, "aujourd’hui": 0, "demain": 1, "avant-hier": -2, "après-demain": 2},
        units=_units("an|ans|année|années", "mois", "semaine|semaines", "jour|jours"),
        numbers="un une,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize",
        ago=r"\bil y a (?P<about>(?:environ|près de|plus de|presque|à peine) )?{n} {unit}\b",
        of=" ",
        first=" ?er",
        year_leads="en|de|depuis|vers|l'an|l’an|avant|après",
        parts="début|fin|mi|courant|au début|à la fin|milieu",
        about="vers|autour de|environ",
        decade=r"\b(?:les )?années (?P<year>1[5-9]\d0|20\d0)\b",
        future=r"\w+(?:era|eront|ira|iront|aura|auront|ra|ront)|d'ici|d’ici|jusqu['’]\w+|avant|prévue?s?|devrai(?:t|ent)|doit"
        r"|doivent|prochaine?s?|à partir|dès",
        past=r"a \w+é|ont \w+é|a|ont|avait|avaient|était|étaient|été|eu lieu|dernier|depuis|avoir",
        times_of_day="matin|midi|après-midi|soir|nuit",
    ),
    "es": DateTable(
        months="enero ene.,febrero feb.,marzo,abril,mayo,junio,julio,agosto,septiembre setiembre sept.,octubre oct.,"
        "noviembre nov.,diciembre dic.",
        weekdays="lunes,martes,miércoles,jueves,viernes,sábado,domingo",
        seasons="primavera,verano,otoño,invierno",
        steps=_steps("pasado|pasada|último|última", "este|esta", "próximo|próxima"),
        near_days={"ayer": -1, "anteayer": -2, "hoy": 0},
        units=_units("año|años", "mes|meses", "semana|semanas", "día|días"),
        numbers="un una,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce",
        ago=r"\bhace (?P<about>(?:unos|casi|más de|cerca de) )?{n} {unit}\b",
        of=r"(?: de | del (?:año )?| )",
        first="[º°]",
        year_leads="en|de|desde|hacia|el año",
        parts="principios|finales|mediados|inicios|a principios|a finales|a mediados",
        about="hacia|alrededor de",
        decade=r"\b(?:años|década de) (?P<year>1[5-9]\d0|20\d0)\b",
        future=r"\w+(?:rá|rán)|hasta|antes|próxim[oa]s?|previst[oa]s?|a partir",
        past=r"\w+(?:ó|aron|ieron)|fue|fueron|había|desde",
        times_of_day="por la (?:mañana|tarde|noche)",
    ),
    "pt": DateTable(
        months="janeiro jan.,fevereiro fev.,março,abril abr.,maio,junho jun.,julho jul.,agosto ago.,setembro"
        " set.,outubro out.,"
        "novembro nov.,dezembro dez.",
        weekdays="segunda-feira,terça-feira,quarta-feira,quinta-feira,sexta-feira,sábado,domingo",
        seasons="primavera,verão,outono,inverno",
        steps=_steps("passado|passada|último|última", "este|esta|neste|nesta", "próximo|próxima|que vem"),
        near_days={"ontem": -1, "anteontem": -2, "hoje": 0, "amanhã": 1},
        units=_units("ano|anos", "mês|meses", "semana|semanas", "dia|dias"),
        numbers="um uma,dois duas,três,quatro,cinco,seis,sete,oito,nove,dez,onze,doze",
        ago=r"\bhá (?P<about>(?:cerca de|quase|mais de) )?{n} {unit}\b",
        of=r"(?: de | do ano de | )",
        first="[º°]",
        year_leads="em|de|desde|por volta de",
        parts="início|começo|final|fim|meados|no início|no final|em meados",
        about="por volta de",
        decade=r"\b(?:anos|década de) (?P<year>1[5-9]\d0|20\d0)\b",
        future=r"\w+(?:rá|rão)|até|antes|próxim[oa]s?|previst[oa]s?|a partir",
        past=r"\w+(?:ou|eu|iu|aram|eram|iram)|foi|foram|desde",
        times_of_day="de manhã|à tarde|à noite",
    ),
    "de": DateTable(
        months="januar jänner jan.,februar feb.,märz,april,mai,juni,juli,august aug.,september sept.,oktober"
        " okt.,november nov.,"
        "dezember dez.",
        weekdays="montag,dienstag,mittwoch,donnerstag,freitag,samstag|sonnabend,sonntag",
        seasons="frühling|frühjahr,sommer,herbst,winter",
        steps=_steps(
            "letzten|letztes|letzter|letzte|vergangenen|vergangenes|vergangene|vorigen|voriges",
            "diesen|dieses|diese|dieser|diesem",
            "nächsten|nächstes|nächste|nächster|kommenden|kommendes|kommende",
        ),
        near_days={"gestern": -1, "vorgestern": -2, "heute": 0},
        units=_units("jahr|jahre|jahren", "monat|monate|monaten", "woche|wochen", "tag|tage|tagen"),
        numbers="einem einer,zwei,drei,vier,fünf,sechs,sieben,acht,neun,zehn,elf,zwölf",
        ago=r"\bvor (?P<about>(?:etwa|rund|fast|mehr als|gut|knapp) )?{n} {unit}\b",
        of=" ",
        first=r"\.",
        year_leads="im jahr|seit|um|von|bis",
        parts="anfang|ende|mitte",
        about="um|etwa",
        decade=r"\b(?P<year>1[5-9]\d0|20\d0)er",
        future="wird|werden|soll|sollen|bis|vor|ab|geplant",
        past="war|waren|hatte|hatten|wurde|wurden|seit",
        times_of_day="morgen|vormittag|mittag|nachmittag|abend|nacht",
    ),
    "it": DateTable(
        months="gennaio,febbraio,marzo,aprile,maggio,giugno,luglio,agosto,settembre,ottobre,novembre,dicembre",
        weekdays="lunedì,martedì,mercoledì,giovedì,venerdì,sabato,domenica",
        seasons="primavera,estate,autunno,inverno",
        steps=_steps("scorso|scorsa|ultimo|ultima", "questo|questa|quest'", "prossimo|prossima"),
        near_days={"ieri": -1, "oggi": 0, "domani": 1},
        units=_units("anno|anni", "mese|mesi", "settimana|settimane", "giorno|giorni"),
        numbers="un una,due,tre,quattro,cinque,sei,sette,otto,nove,dieci",
        ago=r"\b(?P<about>(?:circa|quasi|oltre) )?{n} {unit} fa\b",
        first="[º°]",
        year_leads="nel|del|dal",
        parts="inizio|fine|metà",
        future="sarà|saranno|entro|fino|prossim[oa]",
        past="è stat[oa]|era|erano|dal",
        times_of_day="mattina|pomeriggio|sera|notte",
    ),
    "nl": DateTable(
        months="januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december",
        weekdays="maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag,zondag",
        seasons="lente|voorjaar,zomer,herfst|najaar,winter",
        steps=_steps("vorig|vorige|afgelopen", "dit|deze", "volgend|volgende|komend|komende"),
        near_days={"gisteren": -1, "vandaag": 0, "morgen": 1},
        units=_units("jaar", "maand|maanden", "week|weken", "dag|dagen"),
        year_leads="in|sinds|van",
        parts="begin|eind|medio|half",
    ),
    "ru": DateTable(
        months="января январь январе,февраля февраль феврале,марта март марте,апреля апрель апреле,мая май мае,июня"
        " июнь июне,"
        "июля июль июле,августа август августе,сентября сентябрь сентябре,октября октябрь октябре,ноября ноябрь ноябре,"
        "декабря декабрь декабре",
        weekdays="понедельник,вторник,среду|среда,четверг,пятницу|пятница,субботу|суббота,воскресенье",
        steps=_steps("прошлом|прошлого", "этом|этого", "следующем|будущем"),
        near_days={"вчера": -1, "сегодня": 0, "завтра": 1},
        units=_units("году|года|год", "месяце|месяца", "неделе|недели", "день|дня"),
        year_leads="в|с|до",
    ),
    "ar": DateTable(
        months="يناير كانون_الثاني جانفي,فبراير شباط فيفري,مارس آذار,أبريل نيسان إبريل ابريل,مايو أيار ماي,يونيو"
        " حزيران جوان,"
        "يوليو تموز جويلية,أغسطس آب أوت اغسطس,سبتمبر أيلول شتنبر,أكتوبر اكتوبر تشرين_الأول,نوفمبر تشرين_الثاني نونبر,"
        "ديسمبر كانون_الأول دجنبر",
        weekdays="الاثنين|الإثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت,الأحد",
        steps=_steps("الماضي|الماضية", "الحالي|الجاري|هذا|هذه", "المقبل|المقبلة|القادم|القادمة"),
        near_days={"أمس": -1, "اليوم": 0, "غدا": 1},
        units=_units("العام|السنة", "الشهر", "الأسبوع", "اليوم"),
        of=r"(?: من | | ?/ ?)",
        year_leads="عام|سنة|في",
    ),
}
