# Fields of a query (pantau-search --list-options) to a list in mdoc.
BEGIN { FS = "\t"; print ".Bl -tag -width entity: -compact" }
$1 == "field" { print ".It Li " $2 " :"; print $3 }
END { print ".El" }
