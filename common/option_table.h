// The options of a command line as a table: Boost, --help, the man pages and the completions are
// all made from it. Tested by tests/common/option_table_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace pantau {

/// One option. Strings live as long as the program (literals).
struct OptionRow {
  std::string_view name;  ///< as typed after "--"; "help,h" has a short form too
  std::string_view
      value;  ///< what its argument is called, "DIR..." if it may come again; "" for a switch
  std::string_view help;           ///< what it does, as --help prints it
  std::string_view standard = {};  ///< its value when it is not given; "" for none
  std::string_view choices = {};   ///< the words it takes, separated by spaces; "" for any text
};

/// "DIR" of "DIR...".
[[nodiscard]] std::string_view value_name(const OptionRow& row);

/// Whether the option may be given more than once.
[[nodiscard]] bool repeats(const OptionRow& row);

/// One line an option for the scripts that make man pages and completions:
/// "option" TAB name TAB letter TAB value TAB repeats (0 or 1) TAB standard TAB choices TAB help.
[[nodiscard]] std::string list_options(std::span<const OptionRow> rows);

}  // namespace pantau
