"""Thai text set in type as tagged PDF/A: a library of its own that knows no committee.

ReportLab writes the pages and HarfBuzz shapes the letters; in between lies what Thai needs:

- `families`, `faces`, `glyphs`, `symbols`: fonts, and text as clusters that are never parted;
- `breaks`, `lines`, `text`: where lines may end, and which ends are best;
- `paragraph`, `table`, `picture`, `arrows`, `leaders`, `blocks`, `filling`: what pages are filled
  with, and how;
- `ink`, `embedding`, `truetype`: how it is drawn so that every reader gets the same words back;
- `canvas`, `tags`, `pdfa`, `furniture`, `textmap`, `document`: the finished file.

All lengths are points, all sizes official sizes (`Family.scale` turns them into the font's own).
"""
