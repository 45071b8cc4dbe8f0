"""Papers of others put into one PDF, with ours before and between them.

Their pages are copied object by object, so that nothing of them is changed; what could act
(scripts, launched programs, embedded files) is left behind. pypdf reads, pdfium mends what pypdf
cannot read; it forbids simultaneous calls, so a pack is made in the paper thread.

- `enclosures`: what is put in, why something is not, and the limits;
- `reading`: a file opened as pages, or found unfit; whether it is signed;
- `copying`, `notes`, `fields`, `balance`: a page with its links and filled fields;
- `pictures`, `sheets`, `cards`: pages and stamps of our own;
- `output`, `binding`: the file that comes out, its outline, its embedded originals.
"""
