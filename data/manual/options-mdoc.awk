# Option table (common/option_table.h) to a list in mdoc.
function text(words) {
  gsub(/\\/, "\\e", words)
  while (match(words, /`[^`]*`/))
    words = substr(words, 1, RSTART - 1) "\\(oq" substr(words, RSTART + 1, RLENGTH - 2) "\\(cq" \
      substr(words, RSTART + RLENGTH)
  gsub(/-/, "\\-", words)
  return words
}
BEGIN { FS = "\t"; print ".Bl -tag -width Ds" }
$1 == "option" {
  item = ".It Fl -" $2
  if ($3 != "") item = item " , Fl " $3
  if ($4 != "") item = item " Ar " $4
  print item
  help = $8
  sub(/^\.\.\. /, "instead of feeding: ", help)
  sub(/; may be given again$/, "", help)
  if ($6 != "") help = help " (default: " $6 ")"
  if ($5 == 1) help = help "; may be given again"
  print text(help)
}
END { print ".El" }
