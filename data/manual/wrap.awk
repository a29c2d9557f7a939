# Breaks long lines of text in an mdoc page, and begins each sentence on a line of its own; examples stay as they are.
function flush_line() {
  if (line == "") return
  sub(/^[.']/, "\\\\\\&", line)
  print line
  line = ""
}
function add(word) {
  if (line != "" && length(line) + length(word) >= width) flush_line()
  line = line == "" ? word : line " " word
  if (word ~ /[a-z0-9)][.!?]\)?$/ && word !~ /e\.g\.$/) flush_line()
}
BEGIN { width = 79 }
/^\.Bd/ { literal = 1 }
/^\.Ed/ { literal = 0 }
literal || /^\./ { print; next }
{
  words = split($0, word, " ")
  for (i = 1; i <= words; i++) add(word[i])
  flush_line()
}
