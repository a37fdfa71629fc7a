"""Lines of page text that is no reporting, as data: a kind, the longest line it may be, and what the line says.

Patterns are matched against the whole line, folded: lower case, straight quotes, white space single, list marks and
trailing punctuation off. Length limits keep sentences of reporting out. Another language is another table.
"""

import re

import msgspec


class Rule(msgspec.Struct, frozen=True):
    """Lines of at most ``words`` words that ``pattern`` matches from start to end are debris of ``kind``."""

    kind: str
    words: int
    pattern: re.Pattern[str]


def _rules(rows: tuple[tuple[str, int, str], ...]) -> tuple[Rule, ...]:
    return tuple(Rule(kind, words, re.compile(pattern)) for kind, words, pattern in rows)


_SITES = r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|email|e-mail|instagram|threads|bluesky|flipboard|messenger|tiktok|youtube|google news|mastodon|print|copy link|link|more)"
_MEDIA = r"(?:photo(?:graph)?s?|images?|pictures?|pic|video|file photo|file|illustration|graphic|map)"
_AGENCIES = r"(?:ap|afp|reuters|getty|getty images|epa|epa-efe|efe|ap photo|ap images|shutterstock|alamy|istock|bloomberg|xinhua|anadolu|dpa|ansa|tass|pti|pa wire|pa media|usa today|wikimedia commons)"

_ENGLISH: tuple[tuple[str, int, str], ...] = (
    # comment forms and comments
    ("comment-form", 5, r"(?:leave|post|add|write) (?:a |your |us a )?(?:reply|comment|response)s?(?: .{0,20})?"),
    ("comment-form", 6, r"cancel reply|join the (?:conversation|discussion)|have your say|what do you think\??|your comment"),
    ("comment-form", 20, r"your email address will not be published.{0,80}"),
    ("comment-form", 8, r"required fields are marked.{0,4}"),
    ("comment-form", 20, r"save my name,? (?:and )?e-?mail.{0,90}"),
    ("comment-form", 12, r"notify me of (?:follow-?up|new) (?:comments|posts).{0,40}"),
    ("comment-form", 14, r"(?:you must be|please) (?:logged in|log in|login|sign in|register).{0,40}\b(?:comment|reply)\b.{0,20}"),
    ("comment-form", 6, r"(?:comments?(?: are)? (?:closed|off|disabled)|no comments(?: yet)?|be the first to comment)"),
    ("comment-form", 4, r"(?:comments?|replies)(?: ?\(\d{1,5}\))?|\d{1,5} (?:comments?|replies|responses)"),
    ("comment-form", 3, r"(?:(?:your )?(?:name|e-?mail(?: address)?|website)|submit(?: comment)?|post comment|reply|log in to reply)(?: ?\*| ?\((?:required|optional)\))?"),
    ("comment-form", 20, r"this site uses akismet.{0,120}"),
    # share and follow
    ("share", 12, rf"(?:share|tweet|pin|like|send|forward)(?: (?:this|it|the))?(?: (?:article|story|page|post|news))?(?: (?:on|via|with|by|to|through))?(?: (?:your )?(?:friends|{_SITES}))?(?:(?:,| and| or|,? and by|,? or by| /|\|) ?(?:on |by |via )?{_SITES}){{0,8}}"),
    ("share", 4, r"(?:share (?:this|on|via|save).{0,20}|tweet|print(?: this)?(?: page| article)?|copy link|email this(?: .{0,12})?|click to (?:share|print|email).{0,40}|\d{1,6} shares?|shares?)"),
    ("share", 12, rf"(?:{_SITES}(?:,? |,? and |/| \| )){{1,8}}{_SITES}"),
    ("share", 2, r"(?:facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|instagram|flipboard|messenger|pocket|e-?mail)"),
    ("share", 24, r"(?:please )?(?:follow|like|find|join) (?:us|me|our|the)\b.{0,110}\b(?:facebook|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|tiktok|threads|channel|google news|social media)\b.{0,40}"),
    ("share", 14, r"follow [\w .'&-]{2,50} on (?:facebook|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|tiktok|threads|google news)(?: .{0,40})?"),
    # subscribe, newsletters, paywalls, apps
    ("subscribe", 30, r"(?:subscribe|sign up|signup|register|join)(?: (?:now|today|here|free|for free))?(?: (?:to|for|from|with|and)\b.{0,160})?"),
    ("subscribe", 26, r"(?:get|receive|want) (?:the |our |all |more |your )?.{0,60}\b(?:newsletter|in your inbox|to your inbox|delivered|daily briefing|alerts)\b.{0,80}"),
    ("subscribe", 24, r"(?:support|donate to|become a (?:member|subscriber|supporter)|consider (?:supporting|subscribing|donating))\b.{0,30}\b(?:us|our|journalism|today|now|here|newsroom|independent|member|subscriber|supporter)\b.{0,80}"),
    ("subscribe", 24, r"(?:already (?:a|have a) (?:subscriber|subscription|member|account)|log ?in|sign ?in|my account|create (?:an|a free) account).{0,80}"),
    ("subscribe", 30, r"(?:this (?:article|story|content) is (?:only )?(?:available |reserved )?(?:for|to) (?:paying |paid |registered )?(?:subscribers|members)|to (?:continue|keep) reading|continue reading (?:with|for)|unlock (?:this|the|unlimited)|you have (?:reached|used|read)|you've (?:reached|used|read)).{0,120}"),
    ("subscribe", 20, r"(?:download|get|install|try) (?:the|our) .{0,40}\bapp\b.{0,60}"),
    ("subscribe", 14, r"(?:our )?(?:free )?(?:daily |weekly |morning |evening )?(?:newsletters?|e-?mail alerts?|breaking news alerts?)(?: sign-?up)?"),
    # cookies, legal, contact
    ("cookie", 60, r"(?:we|this (?:web)?site|our (?:web)?site|we and our (?:\d{1,5} )?partners) (?:use|uses|store|stores)\b.{0,30}\b(?:cookies|information on a device)\b.{0,300}"),
    ("cookie", 40, r"(?:by (?:continuing|using|clicking|browsing|signing up)|manage (?:your )?(?:cookie|privacy|consent)|cookie (?:policy|settings|preferences|notice)|accept (?:all|cookies)|reject all|privacy (?:policy|notice|settings)|terms (?:of (?:use|service)|and conditions)|do not sell my).{0,240}"),
    ("legal", 60, r"(?:©|\(c\)|copyright)(?: ?(?:©|\(c\)))?(?: \d{4}.{0,250}| .{0,200}(?:all rights reserved|limited|ltd|inc|llc|corp|media|news|press|group).{0,60}| by .{0,80})"),
    ("legal", 30, r".{0,90}\ball rights reserved\b.{0,60}"),
    ("legal", 45, r"(?:this (?:material|article|content|story) (?:may not be|is (?:for (?:general )?information|protected|not intended|published under)|was (?:first|originally) published|does not constitute|has been (?:automatically|auto)-?generated|has not been edited)|the (?:views|opinions) expressed|disclaimer:|our standards:|editor's note: this (?:story|article) (?:was|has been) (?:updated|corrected)).{0,260}"),
    ("contact", 30, r"(?:are you affected by|do you have (?:a|any) (?:story|tip|information|news)|have (?:a|you a) (?:news )?(?:story|tip)|got a (?:story|tip)|send (?:us )?(?:your|a) (?:tips?|stories|photos|pictures|comments|letters)|contact (?:us|the (?:author|reporter|writer|newsroom|newsdesk))|e-?mail (?:us|the (?:author|newsdesk|newsroom)|[\w.+-]{1,40}@)|write to us|call us)\b.{0,160}"),
    ("contact", 6, r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}|https?://\S{1,300}|www\.\S{1,200}"),
    # advertisements and players
    ("advertisement", 9, r"(?:-{1,3} ?)?(?:advertisements?|advert|ad|ads|sponsored(?: content| by .{0,40})?|promoted(?: content)?|paid (?:content|post)|partner content|adchoices)(?: ?-{1,3})?"),
    ("advertisement", 12, r"(?:article|story|text|content) continues (?:below|after)(?: (?:the |this )?(?:advertisement|ad|promotion|video|newsletter promotion))?|(?:after|skip past) newsletter promotion|skip (?:ad|advertisement|to (?:main )?content)|continue reading(?: the main story| below)?|scroll (?:down )?to continue.{0,30}|advertisement[ -]+scroll to continue"),
    ("player", 10, r"(?:listen|watch|play|read aloud)(?: (?:now|live|to this (?:article|story|page)))?(?: ?\(?\d{1,2}(?::\d\d| min(?:ute)?s?)\)?)?|your browser does not support .{0,40}|loading(?: .{0,20})?|video unavailable|\d{1,2}:\d\d / \d{1,2}:\d\d|unmute|now playing"),
    ("navigation", 8, r"(?:home|menu|search|back to top|top|next|previous|prev|next (?:article|story|post|page)|previous (?:article|story|post|page)|show (?:more|less|comments)|load more|view (?:all|more|comments)|see (?:all|more)|close|skip|toggle .{0,20}|go to (?:homepage|top)|page \d{1,3}(?: of \d{1,3})?)"),
    ("navigation", 16, r"(?:\w[\w&' -]{0,24} ?[>»›] ?){1,5}\w[\w&' -]{0,60}"),
    ("navigation", 14, r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|section|posted in|in this (?:story|article)|related topics|more on)\s?:.{0,160}"),
    # datelines of the page, reading time
    ("timestamp", 14, r"(?:first |last )?(?:published|posted|updated|modified|created|date)(?: on| at)?:? .{0,20}\d.{0,50}"),
    ("timestamp", 9, r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:[0-3]?\d(?:st|nd|rd|th)? [a-z]{3,9}\.?|[a-z]{3,9}\.? [0-3]?\d(?:st|nd|rd|th)?),? \d{4}(?:[ ,|·•-]{1,4}(?:at )?\d{1,2}[:.]\d\d.{0,16})?"),
    ("timestamp", 8, r"\d{4}-\d\d-\d\d(?:[ t]\d\d:\d\d.{0,16})?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?:[ ,]{1,2}\d\d:\d\d.{0,10})?|\d{1,2}[:.]\d\d ?(?:[ap]\.?m|gmt|utc|est|edt|bst|cet|ist|local time|h)?|\d{1,3} (?:second|minute|min|hour|hr|day|week|month|year)s? ago"),
    ("timestamp", 6, r"(?:estimated )?(?:reading time:? )?\d{1,3}[ -]?min(?:ute)?s?(?: read)?(?:ing time)?"),
    # bylines and sign-offs
    ("byline", 18, r"(?:written |reported |story |report |text |words )?by:? (?:our |the |staff |[a-z.'-]+ ){0,1}(?:[\w.'’-]+ ?){1,4}(?:(?:,| and| &| in| for| \||,? with (?:material|reporting|inputs?) from|,? of the|,? at) ?(?:[\w.'’-]+ ?){1,5}){0,3}"),
    ("byline", 30, r"\(?(?:(?:additional |further )?(?:reporting|writing|editing|edited|compiled|translated|produced|photography|photographs) (?:and \w+ )?by:? ).{0,200}"),
    ("byline", 16, r"(?:author|writer|reporter|correspondent|source|credit|agency|agencies)s?: .{0,80}"),
    ("byline", 16, r"(?:the )?[\w .'&-]{2,60} contributed to this (?:report|story|article)"),
    ("byline", 9, r"(?:staff|our|special|web|news|online) (?:writer|reporter|correspondent|desk|bureau|team)s?(?: report)?|(?:from )?(?:our )?(?:own )?correspondent|news ?desk|staff and agencies|agencies"),
    ("byline", 30, r"(?:with |\(with )(?:additional )?(?:inputs?|reporting|material|files|information) (?:from|by) .{0,120}"),
    # captions and picture credits
    ("caption", 70, rf"(?:{_MEDIA})(?: (?:credit|by|source|courtesy(?: of)?|caption))?:? ?(?:©|:|by |courtesy |via |/).{{0,400}}"),
    ("caption", 70, rf"\W?(?:{_MEDIA} )?(?:caption|credit): ?.{{0,400}}"),
    ("caption", 70, rf".{{0,420}}[.!?\])'\"]? ?[(\[—–-]{{0,2}} ?(?:{_MEDIA}(?: (?:credit|by|courtesy of|courtesy))? ?[:/©] ?|©|photo(?:graph)? by |via ).{{1,70}}"),
    ("caption", 70, rf".{{0,420}}[(\[] ?(?:[\w .'-]{{1,40}} ?[/|,] ?)?{_AGENCIES}(?: ?[/|,] ?[\w .'-]{{1,40}})?(?: via [\w .-]{{1,30}})? ?[)\]]"),
    ("caption", 14, rf"(?:[\w .'-]{{1,40}} ?[/|] ?){{1,2}}{_AGENCIES}(?: ?[/|] ?[\w .'-]{{1,40}})?(?: via [\w .-]{{1,30}})?|{_AGENCIES}(?: ?[/|] ?{_AGENCIES}){{1,2}}"),
    ("caption", 5, r"(?:click|tap) to (?:enlarge|expand|zoom)|enlarge(?: this)? image|view gallery|hide caption|toggle caption|in pictures"),
    # links set into the text
    ("related-links", 30, r"(?:read(?: also| more| next| the full (?:story|article|report)| our (?:full )?.{0,20})?|also read|see also|more|related|watch|listen|don't miss|must read|recommended|explainer|analysis|opinion|live updates|in pictures|previously|background)(?: ?[:>»|]|: | -> | → ).{1,200}"),
)  # fmt: skip

# Lines that open a list of links to other stories; what follows without sentences belongs to them.
_ENGLISH_LIST_HEADS: tuple[str, ...] = (
    r"related(?: (?:stories|articles|content|news|topics|links|posts|coverage|reading|reports))?",
    r"(?:more|latest|top|popular|trending|recent|other|recommended|similar|featured)(?: (?:stories|articles|news|posts|reads|headlines|videos|coverage))?(?: (?:from|on|in|by|about) .{1,50})?",
    r"(?:most|editor'?s'?) (?:read|popular|viewed|shared|commented|watched|picks?|choice)",
    r"(?:you (?:may|might) (?:also )?(?:like|be interested in)|recommended for you|read (?:also|more|next)|see also|also read|also in the news|what to read next|up next|around the web|from (?:around )?the web|don't miss|must reads?|keep reading|explore more|in other news|trending(?: now)?|on this topic|further reading)",
)
_ENGLISH_LIST_HEAD = re.compile("(?:" + "|".join(_ENGLISH_LIST_HEADS) + ")")
_ENGLISH_QUESTION_HEAD = re.compile(
    r"(?:(?:key|common|frequent|top|\d{1,2}) questions?(?: (?:about|on|and answers|answered).{0,80})?"
    r"|frequently asked questions?(?: .{0,80})?|faqs?(?: .{0,80})?|q ?(?:&|and) ?a(?:s)?(?: .{0,80})?"
    r"|questions (?:and|&) answers(?: .{0,80})?|people also ask)"
)


class Table(msgspec.Struct, frozen=True):
    """One language's rules."""

    lines: tuple[Rule, ...]
    list_head: re.Pattern[str]
    question_head: re.Pattern[str]


TABLES: dict[str, Table] = {"en": Table(_rules(_ENGLISH), _ENGLISH_LIST_HEAD, _ENGLISH_QUESTION_HEAD)}

_BULLET = re.compile(r"^(?:[-–—*•·▪►▶➤»>]|\d{1,2}[.)])\s+")
_QUOTES = str.maketrans("‘’“”‚„", "''\"\"'\"")
# A line longer than this is no page furniture.
MAX_LINE_CHARACTERS = 600


def fold(line: str) -> str:
    """A line as the patterns see it."""
    plain = _BULLET.sub("", " ".join(line.translate(_QUOTES).split()))
    return plain.strip(" .!:*|»>").casefold()


def kind_of(line: str, table: Table) -> str | None:
    """The kind of the first rule that the line meets, else None."""
    if len(line) > MAX_LINE_CHARACTERS:
        return None
    folded = fold(line)
    words = len(folded.split())
    return next((r.kind for r in table.lines if words <= r.words and r.pattern.fullmatch(folded)), None)


def is_bulleted(line: str) -> bool:
    """Whether a line stands in a list."""
    return _BULLET.match(line) is not None
