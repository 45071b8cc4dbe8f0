"""The texts that Qt brings along and our window shows, each with our own message for it.

By Qt's contexts, as its own catalogues name them. The sign for the key (``&``) stands in Qt's text
and is put back by the translator.
"""

from collections.abc import Mapping

from bmahr_desktop.i18n import Message, msg

_EDITING = {
    "&Undo": msg("Undo"),
    "&Redo": msg("Redo"),
    "Cu&t": msg("Cut"),
    "&Copy": msg("Copy"),
    "&Paste": msg("Paste"),
    "Delete": msg("Delete"),
    "Select All": msg("Select all"),
}
_BUTTONS = {
    "OK": msg("Done"),
    "Save": msg("Save"),
    "Save All": msg("Save all"),
    "Open": msg("Open"),
    "&Yes": msg("Yes"),
    "Yes to &All": msg("Yes to all"),
    "&No": msg("No"),
    "N&o to All": msg("No to all"),
    "Abort": msg("Stop"),
    "Retry": msg("Try again"),
    "Ignore": msg("Go on all the same"),
    "Close": msg("Close"),
    "Cancel": msg("Cancel"),
    "Discard": msg("Do not save"),
    "Help": msg("Help"),
    "Apply": msg("Use this"),
    "Reset": msg("Set back"),
    "Restore Defaults": msg("Set back to the usual"),
}
_SCROLLING = {
    "Scroll here": msg("Scroll to here"),
    "Top": msg("Top"),
    "Bottom": msg("Bottom"),
    "Left edge": msg("Left edge"),
    "Right edge": msg("Right edge"),
    "Page up": msg("One page up"),
    "Page down": msg("One page down"),
    "Page left": msg("One page to the left"),
    "Page right": msg("One page to the right"),
    "Scroll up": msg("Scroll up"),
    "Scroll down": msg("Scroll down"),
    "Scroll left": msg("Scroll to the left"),
    "Scroll right": msg("Scroll to the right"),
}
_TABS = {
    "Scroll Left": msg("Scroll to the left"),
    "Scroll Right": msg("Scroll to the right"),
}
_SPINNING = {
    "&Select All": msg("Select all"),
    "&Step up": msg("One more"),
    "Step &down": msg("One less"),
}
_SPOKEN = {
    "Decrease": msg("Decrease"),
    "Decrease the value": msg("Makes the value smaller"),
    "Increase": msg("Increase"),
    "Increase the value": msg("Makes the value larger"),
    "Press": msg("Press"),
    "Triggers the action": msg("Does what it says"),
    "SetFocus": msg("Go there"),
    "Sets the focus": msg("Brings the keyboard there"),
    "ShowMenu": msg("Open the menu"),
    "Shows the menu": msg("Opens the menu"),
    "Toggle": msg("Switch"),
    "Toggles the state": msg("Switches between on and off"),
    "Next Page": msg("Next page"),
    "Goes to the next page": msg("Goes to the next page"),
    "Previous Page": msg("Previous page"),
    "Goes back a page": msg("Goes back a page"),
    "Scroll Down": msg("Scroll down"),
    "Scrolls down": msg("Scrolls down"),
    "Scroll Up": msg("Scroll up"),
    "Scrolls up": msg("Scrolls up"),
    "Scroll Left": msg("Scroll to the left"),
    "Scrolls to the left": msg("Scrolls to the left"),
    "Scroll Right": msg("Scroll to the right"),
    "Scrolls to the right": msg("Scrolls to the right"),
}

# ---------------------------------------------------------------- files

_FILES = {
    "&Look in:": msg("Look in:"),
    "Back": msg("Back"),
    "Go back": msg("Go back"),
    "Forward": msg("Forward"),
    "Go forward": msg("Go forward"),
    "Parent Directory": msg("Folder above"),
    "Go to the parent directory": msg("Go to the folder above"),
    "Create New Folder": msg("New folder"),
    "Create a New Folder": msg("Make a new folder"),
    "New Folder": msg("New folder"),
    "&New Folder": msg("New folder"),
    "List View": msg("List"),
    "Change to list view mode": msg("Show names only"),
    "Detail View": msg("Details"),
    "Change to detail view mode": msg("Show names with details"),
    "Sidebar": msg("Places"),
    "List of places and bookmarks": msg("List of places often gone to"),
    "Recent Places": msg("Places gone to lately"),
    "Files": msg("Files"),
    "Files of &type:": msg("Kind of file:"),
    "File &name:": msg("Name of the file:"),
    "Directory:": msg("Folder:"),
    "Directories": msg("Folders"),
    "Find Directory": msg("Choose a folder"),
    "Open": msg("Open"),
    "&Open": msg("Open"),
    "&Save": msg("Save"),
    "Save As": msg("Save as"),
    "&Choose": msg("Choose"),
    "&Rename": msg("Rename"),
    "&Delete": msg("Delete"),
    "Delete": msg("Delete"),
    "Remove": msg("Remove from the list"),
    "Show ": msg("Show "),
    "Show &hidden files": msg("Show hidden files"),
    "All Files (*)": msg("All files (*)"),
    "All files (*)": msg("All files (*)"),
    "%1 already exists.\nDo you want to replace it?": msg(
        "%1 is there already.\nPut the new file in its place?"
    ),
    "%1\nFile not found.\nPlease verify the correct file name was given.": msg(
        "%1\nThere is no such file. Check its name."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": msg(
        "%1\nThere is no such folder. Check its name."
    ),
    "'%1' is write protected.\nDo you want to delete it anyway?": msg(
        "“%1” is protected.\nDelete it all the same?"
    ),
    "Are you sure you want to delete '%1'?": msg("Delete “%1”?"),
    "Could not delete directory.": msg("The folder could not be deleted."),
}
_FILE_COLUMNS = {
    "Name": msg("Name"),
    "Size": msg("Size"),
    "Type": msg("Kind"),
    "Kind": msg("Kind"),
    "Date Modified": msg("Last changed"),
    "Computer": msg("This PC"),
    "My Computer": msg("This PC"),
}
_FILE_KINDS = {
    "Drive": msg("Drive"),
    "File": msg("File"),
    "File Folder": msg("Folder"),
    "Folder": msg("Folder"),
    "Shortcut": msg("Shortcut"),
    "Alias": msg("Shortcut"),
    "Unknown": msg("Unknown"),
}

# ---------------------------------------------------------------- printing

_PRINTING = {
    "Print": msg("Print"),
    "&Print": msg("Print"),
    "&Options >>": msg("More choices >>"),
    "&Options <<": msg("Fewer choices <<"),
    "Print to File (PDF)": msg("Print to a PDF file"),
    "Print To File ...": msg("Print to a file…"),
    "Local file": msg("A file on this PC"),
    "Write PDF file": msg("Make a PDF file"),
    "All Pages": msg("All pages"),
    "Odd Pages": msg("Odd pages"),
    "Even Pages": msg("Even pages"),
    "Left to Right, Top to Bottom": msg("Left to right, top to bottom"),
    "Left to Right, Bottom to Top": msg("Left to right, bottom to top"),
    "Right to Left, Bottom to Top": msg("Right to left, bottom to top"),
    "Right to Left, Top to Bottom": msg("Right to left, top to bottom"),
    "Bottom to Top, Left to Right": msg("Bottom to top, left to right"),
    "Bottom to Top, Right to Left": msg("Bottom to top, right to left"),
    "Top to Bottom, Left to Right": msg("Top to bottom, left to right"),
    "Top to Bottom, Right to Left": msg("Top to bottom, right to left"),
    "%1 already exists.\nDo you want to overwrite it?": msg(
        "%1 is there already.\nPut the new file in its place?"
    ),
    "%1 is a directory.\nPlease choose a different file name.": msg(
        "%1 is a folder.\nChoose another name."
    ),
    "File %1 is not writable.\nPlease choose a different file name.": msg(
        "%1 cannot be written to.\nChoose another name."
    ),
    "The 'From' value cannot be greater than the 'To' value.": msg(
        "The first page cannot come after the last one."
    ),
    "Invalid Pages Definition": msg("The pages are not clear"),
    "%1 does not follow the correct syntax. Please use ',' to separate ranges and pages, '-' to"
    " define ranges and make sure ranges do not intersect with each other.": msg(
        "“%1” is not clear. Write pages with commas between them and a hyphen for a range, as"
        " 3,5-7; no page twice."
    ),
    "Options 'Pages Per Sheet' and 'Page Set' cannot be used together.\nPlease turn one of those"
    " options off.": msg(
        "“Pages on each sheet” and “Which of them” do not go together.\nSet one of them back."
    ),
    "Duplex Settings Conflicts": msg("Printing on both sides does not fit"),
    "There are conflicts in duplex settings. Do you want to fix them?": msg(
        "The choices for both sides contradict each other. Have them mended?"
    ),
}
_PRINTER = {
    "Printer": msg("Printer"),
    "&Name:": msg("Name:"),
    "P&roperties": msg("Properties"),
    "Location:": msg("Place:"),
    "Preview": msg("Preview"),
    "Type:": msg("Kind:"),
    "Output &file:": msg("Into the file:"),
}
_PRINT_CHOICES = {
    "Print range": msg("What to print"),
    "Print all": msg("Everything"),
    "Pages from": msg("From page"),
    "to": msg("to page"),
    "Pages": msg("Pages"),
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by"
    " a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.": msg(
        "Write pages with commas between them and a hyphen for a range: 3,5-7,9 prints the pages"
        " 3, 5, 6, 7 and 9."
    ),
    "Current Page": msg("This page"),
    "Selection": msg("What is selected"),
    "Page &Set:": msg("Which of them:"),
    "Output Settings": msg("How to print"),
    "Copies": msg("Copies"),
    "Copies:": msg("Number of copies:"),
    "Collate": msg("Sorted into sets"),
    "Reverse": msg("Last page first"),
    "Color Mode": msg("Colour"),
    "Color": msg("In colour"),
    "Grayscale": msg("In shades of grey"),
    "Double Sided Printing": msg("Printing on both sides"),
    "Off": msg("One side only"),
    "Long side binding": msg("Bound at the long side"),
    "Short side binding": msg("Bound at the short side"),
    "Options": msg("Choices"),
}
_PRINTER_PROPERTIES = {
    "Printer Properties": msg("Properties of the printer"),
    "Job Options": msg("Choices for this printing"),
    "Page Setup Conflicts": msg("The choices for the page do not fit"),
    "There are conflicts in page setup options. Do you want to fix them?": msg(
        "The choices for the page contradict each other. Have them mended?"
    ),
    "Advanced Option Conflicts": msg("The choices do not fit"),
    "There are conflicts in some advanced options. Do you want to fix them?": msg(
        "Some choices contradict each other. Have them mended?"
    ),
}
_PRINTER_PAGES = {
    "Page": msg("Page"),
    "Advanced": msg("More"),
    "There are conflicts in some options. Please fix them.": msg(
        "Some choices contradict each other. Mend them."
    ),
}
_PAGE = {
    "Paper": msg("Sheet"),
    "Page size:": msg("Size of the sheet:"),
    "Width:": msg("Width:"),
    "Height:": msg("Height:"),
    "Paper source:": msg("Tray:"),
    "Orientation": msg("Which way up"),
    "Portrait": msg("Upright"),
    "Landscape": msg("Sideways"),
    "Reverse landscape": msg("Sideways, turned round"),
    "Reverse portrait": msg("Upright, turned round"),
    "Margins": msg("Margins"),
    "top margin": msg("top margin"),
    "left margin": msg("left margin"),
    "right margin": msg("right margin"),
    "bottom margin": msg("bottom margin"),
    "Page Layout": msg("Pages on a sheet"),
    "Page &order:": msg("Order of the pages:"),
    "Pages &per sheet:": msg("Pages on each sheet:"),
    "Millimeters (mm)": msg("Millimetres"),
    "Inches (in)": msg("Inches"),
    "Points (pt)": msg("Points (pt)"),
    "Custom": msg("Another size"),
    "mm": msg(" mm"),
    "in": msg(" in."),
}

QT_WORDS: Mapping[str, Mapping[str, Message]] = {
    "QLineEdit": _EDITING,
    "QWidgetTextControl": {
        **_EDITING,
        "Copy &Link Location": msg("Copy the address of the link"),
    },
    "QPlatformTheme": _BUTTONS,
    "QDialogButtonBox": {"OK": msg("Done")},
    "QMessageBox": {
        "Show Details...": msg("Show the details"),
        "Hide Details...": msg("Hide the details"),
    },
    "QProgressDialog": {"Cancel": msg("Stop")},
    "QScrollBar": _SCROLLING,
    "QTabBar": _TABS,
    "CloseButton": {"Close Tab": msg("Close this tab")},
    "QAbstractSpinBox": _SPINNING,
    "QComboBox": {"Open the combo box selection popup": msg("Show what can be chosen")},
    "QAccessibleActionInterface": _SPOKEN,
    "QFileDialog": _FILES,
    "QFileSystemModel": _FILE_COLUMNS,
    "QAbstractFileIconProvider": _FILE_KINDS,
    "QPrintDialog": _PRINTING,
    "QPrintWidget": _PRINTER,
    "QPrintSettingsOutput": _PRINT_CHOICES,
    "QPrintPropertiesDialog": _PRINTER_PROPERTIES,
    "QPrintPropertiesWidget": _PRINTER_PAGES,
    "QPageSetupWidget": _PAGE,
}
"""What Qt may show, by its contexts; a text that is not here stays as Qt has it."""
