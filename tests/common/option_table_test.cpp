#include "common/option_table.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "indexer/options.h"
#include "searcher/options.h"

namespace pantau {

TEST_CASE("an option table is listed one option a line") {
  constexpr OptionRow rows[] = {
      {"db", "DIR...", "index to search"},
      {"sort", "ORDER", "by what", "newest", "newest oldest"},
      {"help,h", "", "this text"},
  };
  CHECK(list_options(rows) ==
        "option\tdb\t\tDIR\t1\t\t\tindex to search\n"
        "option\tsort\t\tORDER\t0\tnewest\tnewest oldest\tby what\n"
        "option\thelp\th\t\t0\t\t\tthis text\n");
}

TEST_CASE("both programs list their options for man pages and completions") {
  CHECK(parse_index_options({"--list-options"}).answer.starts_with("option\tdb\t\tDIR\t0\t"));
  const std::string search = parse_search_options({"--list-options"}).answer;
  CHECK(search.starts_with("option\tdb\t\tDIR\t1\t"));
  CHECK(search.find("\nfield\ttitle\t") != std::string::npos);
}

}  // namespace pantau
