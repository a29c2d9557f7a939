# A disk as it may be after a power cut: what was synced is there; of all else some, torn, or nothing.
#
# POSIX promises no more than this. A file's data is safe after fsync or fdatasync of it, the names in a
# folder after fsync of that folder. What is not safe: a write may be there in any of its sectors, names up
# to any point in the order they were made.
import os

SECTOR = 512


class File:
    """Bytes now, bytes that are safe, and what was written since."""

    def __init__(self, data=b""):
        self.data, self.safe, self.written = bytearray(data), bytes(data), []

    def write(self, offset, data):
        put(self.data, offset, data)
        self.written.append((offset, data))

    def truncate(self, size):
        resize(self.data, size)
        self.written.append((size, None))

    def sync(self):
        self.safe, self.written = bytes(self.data), []

    def after_cut(self, rng, how):
        """Its bytes: `how` is 'none', 'torn' or 'all' of what was not synced."""
        if how == "all":
            return bytes(self.data)
        data = bytearray(self.safe)
        for offset, piece in self.written if how == "torn" else []:
            if piece is None:
                if rng.random() < 0.5:
                    resize(data, offset)
                continue
            for at in range(0, len(piece), SECTOR):
                if rng.random() < 0.5:
                    put(data, offset + at, piece[at:at + SECTOR])
        return bytes(data)


def put(data, offset, piece):
    resize(data, max(len(data), offset + len(piece)))
    data[offset:offset + len(piece)] = piece


def resize(data, size):
    del data[size:]
    data.extend(bytes(size - len(data)))


class Folder:
    """Names now, names that are safe, and the changes since; each change is a set of names."""

    def __init__(self):
        self.names, self.safe, self.changes = {}, {}, []

    def change(self, change):
        """`change` gives each name what it now is, or None."""
        apply(self.names, change)
        self.changes.append(change)

    def sync(self):
        self.safe, self.changes = dict(self.names), []

    def after_cut(self, rng, how):
        """Its names: 'none', 'some' or 'all' of the changes that were not synced."""
        names = dict(self.safe)
        kept = {"none": 0, "all": len(self.changes), "some": rng.randint(0, len(self.changes))}[how]
        for change in self.changes[:kept]:
            apply(names, change)
        return names


def apply(names, change):
    for name, what in change.items():
        if what is None:
            names.pop(name, None)
        else:
            names[name] = what


class Disk:
    """All below one folder, whose own name is safe."""

    def __init__(self, root):
        self.root, self.top = root, Folder()

    def find(self, path):
        """The folder that holds `path`, and its name there."""
        *folders, name = os.path.relpath(path, self.root).split("/")
        at = self.top
        for folder in folders:
            at = at.names[folder]
        return at, name

    def at(self, path):
        if path == self.root:
            return self.top
        folder, name = self.find(path)
        return folder.names[name]

    def add(self, path, what):
        folder, name = self.find(path)
        folder.change({name: what})
        return what

    def load(self, path):
        """Takes over what is there, all of it safe."""
        what = Folder() if os.path.isdir(path) else None
        if what is None:
            with open(path, "rb") as file:
                what = File(file.read())
        self.add(path, what)
        if isinstance(what, Folder):
            for name in os.listdir(path):
                self.load(path + "/" + name)
            what.sync()

    def remove(self, path):
        folder, name = self.find(path)
        folder.change({name: None})

    def rename(self, old, new):
        """Within a folder it is one change: both or none."""
        folder, name = self.find(old)
        to, new_name = self.find(new)
        what = folder.names[name]
        if folder is to:
            folder.change({name: None, new_name: what})
        else:
            to.change({new_name: what})
            folder.change({name: None})

    def write_after_cut(self, rng, names, data):
        """Writes to the real folder what a cut leaves."""
        write_folder(self.top, self.root, rng, names, data)


def write_folder(folder, path, rng, names, data):
    os.makedirs(path, exist_ok=True)
    for name, what in folder.after_cut(rng, names).items():
        if isinstance(what, Folder):
            write_folder(what, path + "/" + name, rng, names, data)
        else:
            with open(path + "/" + name, "wb") as file:
                file.write(what.after_cut(rng, data))
