"""What is no part of an article, in each language served: headings of trails, share bars, end marks, notices.

Tables of words and nothing else. They are matched whatever the language of the article is: a page in one language
may be framed in another.
"""

from __future__ import annotations

from collections.abc import Mapping

RELATED: Mapping[str, str] = {
    "en": r"related(?: (?:items?|news|articles?|stor(?:y|ies)|coverage|links?|content|posts?|topics?|reading|pages?))?"
    r"|read (?:more|also|next|on)|also read|see also|more (?:on|about) this(?: \w+)?|more (?:stories|news|coverage)"
    r"|more from [\w .&'’-]{2,40}|(?:you )?(?:may|might) also (?:like|be interested in)|recommended(?: for you)?"
    r"|don['’]t miss|further reading|in other news|most (?:read|viewed|popular)|trending(?: now)?|sister links?"
    r"|top stories|editors?['’]s? picks?|keep reading|what to read next|latest (?:news|stories)|elsewhere",
    "fr": r"(?:à )?(?:lire|voir|écouter)(?:,? (?:voir|écouter))? (?:aussi|également|encore)|sur le même (?:sujet|thème)"
    r"|articles? (?:liés?|connexes?|associés?|similaires?|recommandés?)|dans la même rubrique|pour aller plus loin"
    r"|en savoir plus|nos autres articles|les plus lus|lire la suite|à découvrir|ailleurs sur le web",
    "es": r"(?:lea|lee|leer|vea|ve|véase) (?:también|además|más)|noticias? relacionadas?|artículos? relacionados?"
    r"|te puede interesar|le puede interesar|más (?:noticias|información|sobre (?:el|este) tema)|lo más leído"
    r"|relacionad[oa]s?|temas relacionados|también te puede interesar|no te pierdas",
    "pt": r"(?:leia|veja|ver|confira) (?:também|mais|ainda)|notícias? relacionadas?|artigos? relacionados?|saiba mais"
    r"|matérias? relacionadas?|mais (?:notícias|lidas)|relacionad[oa]s?|você (?:também )?pode gostar|páginas"
    r" relacionadas",
    "de": r"(?:lesen|sehen) sie (?:auch|dazu|mehr)|mehr zum thema|siehe auch|themenverwandte artikel|verwandte themen"
    r"|das könnte sie auch interessieren|weitere (?:artikel|nachrichten|meldungen)|zum thema|auch interessant"
    r"|lesetipps?|mehr dazu|ähnliche artikel|meistgelesen",
    "it": r"leggi anche|(?:articoli|notizie|voci) correlat[ei]|potrebbe interessarti(?: anche)?|vedi anche"
    r"|approfondimenti",
    "nl": r"lees (?:ook|meer|verder)|zie ook|gerelateerd(?:e artikelen)?|meer over dit onderwerp",
    "pl": r"(?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej)|powiązane(?: artykuły)?",
    "ru": r"читайте (?:также|ещё|еще)|по теме|см\. также|смотрите также|материалы по теме|ещё по теме|похожие новости",
    "zh": "相关(?:新闻|报道|文章|阅读|链接|连结|内容|條目|条目)|相關(?:新聞|報導|報道|文章|閱讀|連結|內容|條目)"
    "|延伸[阅閱][读讀]"
    "|更多(?:新[闻聞]|相[关關].{0,4}|[内內]容)|推[荐薦][阅閱][读讀]|[热熱][门門][新文][闻聞章]|猜你喜[欢歡]|[参參][见見]",
    "ja": "関連(?:記事|項目|ニュース|リンク)|あわせて読みたい|おすすめ記事|人気記事",
    "ar": "اقرأ (?:أيضا|أيضًا|أيضاً|المزيد)|اقرأوا أيضا|طالع أيضا|(?:مواضيع|موضوعات|أخبار|مقالات|روابط) (?:ذات"
    " (?:صلة|علاقة)"
    "|متعلقة|مشابهة)|انظر أيضا|انظر أيضًا|شاهد أيضا|شاهد أيضًا|قد يهمك أيضا|الأكثر قراءة|المزيد من الأخبار",
    "he": "קראו (?:גם|עוד)|ראו גם|כתבות (?:נוספות|קשורות)",
    "fa": "بیشتر بخوانید|مطالب مرتبط|همچنین بخوانید|اخبار مرتبط",
    "ko": "관련 ?(?:기사|뉴스|글)|함께 보기|인기 ?기사",
}
"""Headings of lists of other articles."""

SOURCES: Mapping[str, str] = {
    "en": r"sources?|references?|external links?|notes|footnotes|notes to editors|citations?|bibliography|credits",
    "fr": r"sources?|références?|liens? externes?|notes(?: et références)?|voir aussi|bibliographie",
    "es": r"fuentes?|referencias?|enlaces? externos?|véase también|notas|bibliografía",
    "pt": r"fontes?|referências?|ligações externas|ligação externa|links? externos?|notas|ver também",
    "de": r"quellen?|quellenangaben?|weblinks?|einzelnachweise|literatur",
    "it": r"fonti?|riferimenti|collegamenti esterni|note|vedi anche",
    "nl": r"bron(?:nen)?|externe links?|verwijzingen",
    "pl": r"źródł[ao]|linki zewnętrzne|przypisy",
    "ru": r"источники?|ссылки|примечания",
    "zh": "消息[来來]源|[资資]料[来來]源|新[闻聞][来來]源|[来來]源|外部(?:[链鏈]接|[连連][结結])|[参參]考(?:[来來]源"
    "|[资資]料"
    "|文[献獻])?"
    "|注[释釋]",
    "ja": "情報源|出典|外部リンク|脚注|参考文献",
    "ar": "المصادر|مصادر|المصدر|مصدر|المراجع|مراجع|وصلات خارجية|روابط خارجية|هوامش",
    "he": "מקורות|קישורים חיצוניים",
    "fa": "منابع|منبع|پیوند به بیرون",
    "ko": "출처|외부 ?링크|각주",
}
"""Headings of lists of sources and notes."""

SHARE = (
    r"(?:share|tweet|e-?mail|print|save|bookmark|like|pin)(?: (?:this|it|on|via|page|article|story|link|print"
    r"|e-?mail)\b)*"
    r"|(?:partager|partagez|imprimer|envoyer)(?: (?:sur|cet article|la page|par e-?mail))*"
    r"|(?:compartir|comparte|imprimir|enviar|compartilhar|compartilhe|partilhar|teilen|drucken|condividi|stampa)"
    r"(?: (?:en|esta|este|isto|noticia|notícia|artículo|em|diesen|artikel|auf|questo|su|articolo))*"
    r"|分享(?:到|至)?|转发|轉發|轉貼|打印|列印|列印本頁|シェア|ツイート|印刷|شارك(?: (?:على|هذا|المقال|الخبر))*|مشاركة"
    r"|اطبع"
    r"|طباعة"
    r"|انشر"
    r"|поделиться|печать|распечатать|delen|afdrukken|udostępnij|drukuj"
)
"""How a share bar begins."""

NETWORKS = (
    r"facebook|twitter|x|reddit|linkedin|whats ?app|telegram|pinterest|tumblr|digg|delicious|del\.icio\.us|stumbleupon"
    r"|instagram|youtube|threads|bluesky|mastodon|messenger|flipboard|pocket|copy link|link|e-?mail|print|more|rss"
    r"|google\+?|slashdot|newsvine|viadeo|courriel|imprimer|correo|微信|微博|新浪微博|qq|qq空间|line|plurk|噗浪|فيسبوك|تويتر"
    r"|واتساب|تيليجرام|تلغرام|вконтакте|одноклассники|vk"
)

NOTICES = (
    r"from wikinews\b.*|wikinews, the free news source.*|(?:来源|來源|[资資]料[来來]源|source|fuente|fonte"
    r"|quelle)s?\s*[:：].{0,80}"
    r"|©.*|\(c\) .*|copyright\b.*|.*\ball rights reserved\b.*|tous droits réservés.*|todos los derechos reservados.*"
    r"|todos os direitos reservados.*|alle rechte vorbehalten.*|版[权權]所有.*|جميع الحقوق محفوظة.*"
    r"|.*\bcreative commons\b.*|advertisements?|advertisement\b.{0,60}|ads? by .*|sponsored(?: (?:content|by.*|post))?"
    r"|publicité|publicidade|publicidad|anzeige|werbung|pubblicità|广告|廣告|إعلان|إعلانات|реклама"
    r"|(?:sign up|subscribe|register)\b.{0,120}|(?:follow|like|join|find) us (?:on|at)\b.*|click here\b.*"
    r"|(?:inscrivez|abonnez)-vous.{0,120}|suivez-nous.*|(?:suscríb|regístr)[ae](?:te|se).{0,120}|síguenos.*|assine"
    r" .{0,100}"
    r"|siga-nos.*|abonnieren sie.{0,100}|folgen sie uns.*|订阅.{0,40}|訂閱.{0,40}|关注我们.*|اشترك .{0,80}|تابعنا .*"
    r"|(?:post|leave|add|view|read)(?: an?| all| your)? comments?.*|\d+ comments?\b.*|\d+ shares?\b.*|print this page.*"
    r"|have an opinion on this story\b.*|this (?:page|article|story) (?:has been|is|was) (?:automatically )?"
    r"(?:archived|protected|published|a print)\b.*|got a (?:tip|correction)\b.*|back to (?:top|home)|skip to .*|jump"
    r" to .*"
    r"|(?:file )?photo:? (?:by|credit|courtesy)\b.*|(?:image|photo|picture|foto|crédit photo)s?:.{0,120}|图片来源.*"
    r"|圖片來源.*"
    r"|this story (?:first appeared|was originally published)\b.*|this (?:text|article|story) comes from\b.*|next"
    r" (?:article|story).*"
    r"|previous (?:article|story).*|loading\b.*|menu|search|home|\[?(?:edit|modifier|bearbeiten|editar|编辑|編輯"
    r"|تعديل)\]?"
)
"""Whole lines, without their list mark, that are notices and furniture of a page."""

RELEASE = (
    r"(?:for )?immediate release.*|embargoed (?:until|for)\b.*|not for (?:release|publication)\b.*|hold for release.*"
    r"|(?:press|news|media) (?:release|statement|note|advisory)s?\b.{0,60}|(?:statement|remarks) for the record"
    r"|communiqué de presse.{0,60}|(?:pour|à) diffusion immédiate.*|comunicado(?: de (?:prensa|imprensa))?.{0,60}"
    r"|nota de prensa.{0,60}|para (?:publicación|divulgação) (?:inmediata|imediata).*|pressemitteilung.{0,60}"
    r"|nota à imprensa.{0,60}|release (?:date|no\.?|number|#).{0,60}|office of (?:the )?(?:press|public"
    r"|communications).{0,60}"
)
"""Lines above a press release."""

CONTACT = (
    r"(?:(?:media|press|public|news|for more information|further information)[ ,:]*)?(?:contacts?|inquiries"
    r"|enquiries|queries)"
    r"\s*(?::|at\b|\().{0,160}|(?:tel|phone|ph|fax|cell|mobile|office|e-?mail|téléphone|courriel|teléfono|telefone|correo|telefon)"
    r"\.?(?: \(?\w+\)?)?\s*[:#].{0,120}"
)

END_MARKS = (
    r"(?:#\s*){2,}|-*\s*30\s*-+|-+\s*30\s*-*|(?:\*\s*){3,}|(?:[-–—_=~]\s*){3,}|-*\s*\(?(?:end|ends|fin|ende|fim|fine)\)?\s*-+"
    r"|-+\s*(?:end|ends|fin|ende|fim|fine)\s*-*|\((?i:end|ends|fin|ende|fim|完|终|終)\)|ENDS?|XXX|--|(?:•\s*){3,}|-0-"
)

STAFF = (
    r"team|desk|staff(?: (?:writer|reporter)s?)?|bureau|correspondents?|newsroom|reporters?|editors?|agenc(?:y|ies)"
    r"|news service|wires?|web ?desk|contributors?|rédaction|redacción|redação|redaktion|redazione"
)
"""How a byline without a person's name ends."""

BYLINE = (
    r"by|written by|reported by|posted by|story by|authors?:?|reporter:?|from|reporting by|par|por|von|di|da"
    r" redação(?: de)?"
    r"|rédigé par|escrito por|autore?s?:|autor(?:es)?:|text:|texte ?:|door|автор:?|بقلم:?|كتب:?|إعداد:?"
)

LABELS = (
    r"published|posted|updated|last updated|date|dated|issued|released|created|publié|mis à jour|actualizado|publicado"
    r"|atualizado"
)
"""What may stand before the date of publication."""

PUBLISHERS = (
    r"news|wikinews|wikinoticias|wikinotícias|wikinotizie|times|post|herald|tribune|gazette|journal|reuters|bbc|cnn"
    r"|guardian|online|magazine|press|agency|daily|chronicle|observer|telegraph|mail|today|ap|afp|npr|voa"
    r"|维基新闻|維基新聞|ويكي الأخبار|ويكي_الأخبار"
)
"""What shows that the end of a title names its site."""
