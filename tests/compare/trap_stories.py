"""Two small stories with traps and their keys, in the shape of the key format: what parts, and what only seems to.

``CONFLICTS`` of a story are true ones: the kind, and words that the two sides must hold. Everything else that looks
like a conflict is a trap: a toll that rises with the day, one number for two things, one name for two people, an old
event told again, two similar events on one day.
"""

from typing import NamedTuple


class Part(NamedTuple):
    """A true conflict of a story."""

    kind: str
    sides: tuple[str, str]


FIRE = {
    "a.txt": """Published: 2031-05-06
Kelmar Wire

A fire in a rope factory in Kelmar killed two workers on Tuesday morning. Two workers died in the fire, the fire \
brigade said. Forty people were at work in the factory when the fire broke out. The last fire in the factory, in 1998, \
killed nine workers.
""",
    "b.txt": """Published: 2031-05-07
Harbour Gazette

Five workers died in the fire in the rope factory in Kelmar, the fire brigade said on Wednesday, after three more \
bodies were found under the roof. Forty firemen fought the flames until noon. Anna Dahl, the head of the factory, said \
that the doors of the factory were open.
""",
    "c.txt": """Published: 2031-05-07
North Radio

Nine workers died when the same rope factory burned in 1998, the town archive shows. Peter Dahl, a nurse, treated \
twelve injured workers on Tuesday. He is not related to Anna Dahl, the head of the factory.
""",
    "d.txt": """Published: 2031-05-07
The Worker

The union said that the doors of the factory were locked. A smaller fire in a timber yard in Kelmar on Tuesday evening \
hurt nobody. Sixty people were at work in the factory when the fire broke out, the union said.
""",
    "e.txt": """Published: 2031-05-08
Kelmar Wire

Six workers have died after the fire in the rope factory in Kelmar, the hospital said on Thursday. The factory had \
sixty machines and made rope for the fleet.
""",
}
FIRE_CONFLICTS = (Part("number", ("Forty people", "Sixty people")),)

FERRY = {
    "a.txt": """Published: 2031-09-15
Sound Agency

The ferry Marigold ran aground off Tarn on Sunday with 212 passengers aboard. The shipping line denied that the \
captain had ignored a warning about the wind. Another ferry, the Primrose, lost an anchor off Tarn on Sunday.
""",
    "b.txt": """Published: 2031-09-15
Island Post

Two sailors said that the captain had ignored a warning about the wind. The ferry Marigold had 212 passengers aboard \
and 31 crew, the line said. The Primrose was back in port by noon with 90 passengers.
""",
    "c.txt": """Published: 2031-09-16
The Lookout

The ferry Marigold was built in 2009 and carries 340 passengers at most. In 2019 the same ferry ran aground off Tarn \
on a Friday, with 80 passengers aboard. Harbour master Olaf Brand opened an inquiry on Monday.
""",
    "d.txt": """Published: 2031-09-16
Evening Sound

Former harbour master Jens Brand praised the rescue. Jens Brand, who left the office in 2020, is the father of Olaf \
Brand. The Marigold was towed to Tarn on Monday evening.
""",
    "e.txt": """Published: 2031-09-17
Sound Agency

The passengers of the Marigold were paid 150 crowns each. The line paid 150 crowns for a hotel room. The inquiry of \
harbour master Olaf Brand will last three weeks.
""",
}
FERRY_CONFLICTS = (Part("denial", ("the captain had ignored a warning", "about the wind | the captain had ignored")),)
