# Option table to a completion for zsh.
function quoted(words) {
  gsub(/'/, "'\\''", words)
  gsub(/\[/, "\\[", words)
  gsub(/\]/, "\\]", words)
  gsub(/:/, "\\:", words)
  return words
}
BEGIN {
  FS = "\t"
  print "#compdef " program
  print "# made from the table of options"
  print "_arguments \\"
}
$1 == "option" {
  action = ""
  if ($4 ~ /DIR/) action = ":" $4 ":_directories"
  else if ($4 ~ /FILE/) action = ":" $4 ":_files"
  else if ($7 != "") action = ":" $4 ":(" $7 ")"
  else if ($4 != "") action = ":" $4 ":"
  print "  '" ($5 == 1 ? "*" : "") "--" $2 (action == "" ? "" : "=") "[" quoted($8) "]" action "' \\"
  if ($3 != "") print "  '-" $3 "[" quoted($8) "]' \\"
}
END { print program == "pantau-index" ? "  '*:input:_files'" : "  '*:query:( )'" }
