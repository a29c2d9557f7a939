# Option table to a completion for bash.
BEGIN { FS = "\t" }
$1 == "option" {
  all = all " --" $2
  if ($4 == "") next
  if ($4 ~ /DIR/) folders = folders "|--" $2
  else if ($4 ~ /FILE/) files = files "|--" $2
  else if ($7 != "") choices = choices "    --" $2 ") _pantau_words \"" $7 "\" ;;\n"
  else free = free "|--" $2
}
END {
  name = program
  gsub(/-/, "_", name)
  print "# bash completion for " program ", made from its table of options"
  print "_pantau_words() { mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$cur\"); }"
  print "_" name "() {"
  print "  local cur=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}"
  print "  COMPREPLY=()"
  print "  # --name=value arrives as three words"
  print "  if [[ $cur == = ]]; then cur=; elif [[ $option == = ]]; then option=${COMP_WORDS[COMP_CWORD - 2]}; fi"
  print "  case $option in"
  if (folders != "") print "    " substr(folders, 2) ") compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$cur\") ;;"
  if (files != "") print "    " substr(files, 2) ") compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\") ;;"
  printf "%s", choices
  if (free != "") print "    " substr(free, 2) ") ;;"
  print "    *)"
  print "      if [[ $cur == -* ]]; then"
  print "        _pantau_words \"" substr(all, 2) "\""
  if (program == "pantau-index") {
    print "      else"
    print "        compopt -o filenames"
    print "        mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")"
  }
  print "      fi ;;"
  print "  esac"
  print "}"
  print "complete -F _" name " " program
}
