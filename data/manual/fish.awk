# Option table to a completion for fish.
function quoted(words) {
  gsub(/\\/, "\\\\", words)
  gsub(/'/, "\\'", words)
  return words
}
BEGIN {
  FS = "\t"
  print "# fish completion for " program ", made from its table of options"
  if (program == "pantau-search") print "complete -c pantau-search -f"
}
$1 == "option" {
  line = "complete -c " program " -l " $2
  if ($3 != "") line = line " -s " $3
  if ($4 ~ /DIR/) line = line " -x -a '(__fish_complete_directories)'"
  else if ($4 ~ /FILE/) line = line " -r -F"
  else if ($7 != "") line = line " -x -a '" $7 "'"
  else if ($4 != "") line = line " -x"
  print line " -d '" quoted($8) "'"
}
