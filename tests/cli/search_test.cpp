// pantau-search as its users run it, on the sample crawl.
#include <algorithm>
#include <map>

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include "tests/program.h"

namespace pantau {
namespace {

/// The sample's text dumps and JSON lines, indexed once for all tests here.
const std::string& sample_index() {
  static const TemporaryDirectory directory;
  static const std::string path = [] {
    std::string index = (directory.path() / "sample.idx").string();
    REQUIRE(run_index({"--db", index, "text", "jsonl"}).code == 0);
    return index;
  }();
  return path;
}

Outcome search(std::vector<std::string> arguments, const std::string& input = "") {
  arguments.insert(arguments.begin(), {"--db", sample_index()});
  return run_search(arguments, input);
}

}  // namespace

TEST_CASE("each judged query of the sample has its expected article on top") {
  std::map<std::string, std::map<std::string, int>> judgements;
  std::istringstream qrels{read_file(std::string{PANTAU_SAMPLE} + "/qrels.txt")};
  std::string query, zero, document;
  for (int gain = 0; qrels >> query >> zero >> document >> gain;)
    judgements[query][document] = gain;
  REQUIRE(judgements.size() == 25);
  const Outcome run = search({"--batch", "../queries.tsv", "--format", "trec", "--limit", "10"});
  CHECK(run.code == 0);
  std::istringstream lines{run.out};
  std::string docid, score, tag;
  std::map<std::string, std::string> first;
  for (int rank = 0; lines >> query >> zero >> docid >> rank >> score >> tag;)
    if (rank == 1) first[query] = docid;
  CHECK(first.size() == 25);
  for (const auto& [id, gains] : judgements) {
    CAPTURE(id);
    CAPTURE(first[id]);
    const auto found = gains.find(first[id]);
    REQUIRE(found != gains.end());
    CHECK(found->second >= 1);
  }
}

TEST_CASE(
    "text for people has title, outlet, date, language, snippet and address, and no colour in a "
    "pipe") {
  const Outcome run = search({"--limit", "2", "KPPU denda Google"});
  CHECK(run.code == 0);
  CHECK(run.out.starts_with(" 1. "));
  CHECK(run.out.find(" · 21 January 2025 · Indonesian") != std::string::npos);
  CHECK(run.out.find("1-2 of ") != std::string::npos);
  CHECK(run.out.find('\x1b') == std::string::npos);
  CHECK(run.err.empty());
}

TEST_CASE("a terminal gets colour unless NO_COLOR says otherwise") {
  const auto on_terminal = [](const std::string& environment) {
    const std::string command = environment + " " + quoted(PANTAU_SEARCH) + " --db " +
                                quoted(sample_index()) + " --limit 1 deepfake";
    return pantau::run("script", {"-qec", command, "/dev/null"}).out;
  };
  if (pantau::run("script", {"-qec", "true", "/dev/null"}).code != 0) {
    MESSAGE("skipped: no pseudo-terminal here");
    return;
  }
  CHECK(on_terminal("env -u NO_COLOR TERM=xterm").find("\x1b[1;33m") != std::string::npos);
  CHECK(on_terminal("env NO_COLOR=1 TERM=xterm").find("\x1b[") == std::string::npos);
}

TEST_CASE("JSON is one object a query with ranked hits and their pieces") {
  const Outcome run =
      search({"--format", "json", "--limit", "3", "--offset", "1", "deepfake rules"});
  CHECK(run.code == 0);
  const auto answer = boost::json::parse(run.out).as_object();
  CHECK(answer.at("schema") == 1);
  CHECK(answer.at("query") == "deepfake rules");
  const auto& hits = answer.at("hits").as_array();
  REQUIRE(hits.size() == 3);
  CHECK(hits[0].at("rank") == 2);
  bool marked = false;
  for (const auto& piece : hits[0].at("snippet").as_array())
    marked |= piece.as_object().contains("match");
  CHECK(marked);
}

TEST_CASE("a batch takes operators as words and reads standard input") {
  const Outcome run = search({"--batch", "-", "--limit", "5"},
                             "a\tdeepfake AND -china \"rules\n\nb\tzzzz\nc\tkripto OJK\r\n");
  CHECK(run.code == 0);
  CHECK(run.out.starts_with("a Q0 "));
  CHECK(run.out.find("\nb ") == std::string::npos);
  CHECK(run.out.find("\nc Q0 ") != std::string::npos);
  CHECK(search({"--batch", "/nowhere.tsv"}).err ==
        "pantau-search: /nowhere.tsv: cannot be read, or holds nothing\n");
}

TEST_CASE("a bad line of a batch costs that line, and the exit code tells") {
  const std::string too_long(70'000, 'x');
  const Outcome run = search({"--batch", "-", "--limit", "1"},
                             "no tab here\na\tdeepfake\nb\t" + too_long + "\n\tx\nc\tkripto\n");
  CHECK(run.code == 1);
  CHECK(run.out.starts_with("a Q0 "));
  CHECK(run.out.find("\nc Q0 ") != std::string::npos);
  CHECK(run.err ==
        "pantau-search: -, line 1: expected `id TAB text`\n"
        "pantau-search: -, line 3: the query has 70000 bytes, more than 65536: ask for less at "
        "once\n"
        "pantau-search: -, line 4: expected `id TAB text`\n");
}

TEST_CASE("a batch with judgements prints how good the answers are, and against another run") {
  const TemporaryDirectory directory;
  const std::string before = (directory.path() / "before.run").string();
  write_file(before, search({"--batch", "../queries.tsv", "--all"}).out);
  const Outcome alone = search({"--batch", "../queries.tsv", "--qrels", "../qrels.txt"});
  CHECK(alone.code == 0);
  CHECK(alone.err.empty());
  CHECK(alone.out.starts_with("queries           25\nnDCG@10       0.9"));
  CHECK(alone.out.find("\nRecall@100 ") != std::string::npos);
  const Outcome both =
      search({"--batch", "../queries.tsv", "--qrels", "../qrels.txt", "--against", before});
  CHECK(both.code == 0);
  CHECK(both.out.starts_with(
      "queries           25   against  difference       p\nnDCG@10       0.9"));
  CHECK(search({"--batch", "../queries.tsv", "--qrels", before}).code == 2);
  CHECK(search({"--batch", "../queries.tsv", "--qrels", "/nowhere"}).code == 2);
  CHECK(search({"--qrels", "../qrels.txt", "deepfake"}).code == 2);
  CHECK(search({"--batch", "../queries.tsv", "--against", before}).code == 2);
}

TEST_CASE("exit codes tell found, nothing found and failure apart") {
  CHECK(search({"deepfake"}).code == 0);
  const Outcome nothing = search({"xyzzyqwert"});
  CHECK(nothing.code == 1);
  CHECK(nothing.out.empty());
  CHECK(nothing.err.ends_with("nothing found for: xyzzyqwert\n"));
  CHECK(search({"--entity", "ojk", "--to", "2021", "xyzzyqwert"})
            .err.ends_with("nothing found for: xyzzyqwert (with --entity, --to)\n"));
  CHECK(search({"--sort", "size", "x"}).code == 2);
  CHECK(search({"--strict-query", "deepfake AND"}).code == 2);
  CHECK(
      run_search({"--db", "/nowhere", "x"}).err ==
      "pantau-search: /nowhere: no such index; make one with: pantau-index --db /nowhere INPUT\n");
  CHECK(run_search({"--help"}).code == 0);
  CHECK(pantau::run("sh", {"-c", quoted(PANTAU_SEARCH) + " --db " + quoted(sample_index()) +
                                     " deepfake >/dev/full"})
            .code == 2);
}

TEST_CASE("every kind of JSON answer is as its schema says") {
  const TemporaryDirectory directory;
  const std::string wire = (directory.path() / "wire.idx").string();
  REQUIRE(run_index({"--db", wire, "../copies"}).code == 0);
  const std::vector<std::vector<std::string>> questions{
      {"deepfake rules"},
      {"Finchpay fine"},
      {"--facets", "--explain", "--sort", "recent", "regul* -china \"data protection\""},
      {"--no-fold", "--limit", "0", "--facets", "aturan"},
      {"--like", "finchpay-wire", "--explain"},
      {"Finchpai finne"},
      {"xyzzyqwert"},
      {"deepfake AND \x01\u202e \xff"},
      {"--offset", "3", "--limit", "2", "--timeout", "9", "data"},
  };
  for (std::vector<std::string> question : questions) {
    CAPTURE(question.back());
    question.insert(question.begin(), {"--db", wire, "--format", "json"});
    const Outcome answer = search(question);
    REQUIRE(answer.code <= 1);
    write_file(directory.path() / "answer.json", answer.out);
    const Outcome check = pantau::run("jsonschema", {"--instance", directory.path() / "answer.json",
                                                     PANTAU_SCHEMAS "/results-1.json"});
    CAPTURE(check.err);  // jsonschema: package python3-jsonschema
    CHECK(check.code == 0);
  }
}

TEST_CASE("near copies are folded for people, and never for an evaluation") {
  const TemporaryDirectory directory;
  const std::string wire = (directory.path() / "wire.idx").string();
  REQUIRE(run_index({"--db", wire, "../copies"}).code == 0);
  const auto ask = [&](std::vector<std::string> arguments, const std::string& input = "") {
    arguments.insert(arguments.begin(), {"--db", wire});
    return run_search(arguments, input);
  };
  const Outcome folded = ask({"identity cards Finchpay"});
  CHECK(folded.out.find("+5 copies: ") != std::string::npos);
  CHECK(folded.out.find("Ledger Evening") != std::string::npos);
  CHECK(folded.out.find("of them copies\n") != std::string::npos);
  CHECK(ask({"--no-fold", "identity cards Finchpay"}).out.find("copies:") == std::string::npos);
  const auto lines = [](const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
  };
  CHECK(lines(ask({"--format", "trec", "Finchpay"}).out) == 8);
  CHECK(lines(ask({"--batch", "-"}, "1\tFinchpay\n").out) == 8);
}

TEST_CASE("an analyst sees counts, reasons, suggestions and more of the kind") {
  const Outcome facets = search({"--facets", "--limit", "1", "deepfake"});
  CHECK(facets.out.find("\noutlet") != std::string::npos);
  CHECK(facets.out.find("\nlang:\n    ") != std::string::npos);
  CHECK(facets.out.find(" ####") != std::string::npos);
  CHECK(facets.out.find("\nentity:\n    China ") != std::string::npos);
  CHECK(search({"--entity", "China", "deepfake"}).code == 0);
  CHECK(search({"--entity", "China", "--limit", "1"}).out.find("\n1-1 of ") != std::string::npos);
  const Outcome reasons = search({"--explain", "--limit", "1", "deepfake China"});
  CHECK(reasons.err.starts_with("as read:  (any deepfake China)\nlanguage: "));
  CHECK(reasons.out.find("    score ") != std::string::npos);
  const Outcome meant = search({"--limit", "1", "perlindungan konsumne"});
  CHECK(meant.err == "did you mean: perlindungan konsumen\n");
  const Outcome like = search({"--limit", "3", "--like", "kdn-2026-3433"});
  CHECK(like.code == 0);
  CHECK(like.out.find("kdn-2026-3433") == std::string::npos);
  CHECK(search({"--like", "nowhere"}).err ==
        "pantau-search: no article in the index has the address or id nowhere\n");
}

TEST_CASE("a pasted text that finds nothing is not repeated as a whole") {
  const Outcome outcome = search({std::string(5'000, 'x')});
  CHECK(outcome.code == 1);
  CHECK(outcome.err.find("nothing found for: xxx") != std::string::npos);
  CHECK(outcome.err.ends_with("x…\n"));
  CHECK(outcome.err.size() < 500);
}

TEST_CASE("who finds nothing hears where to look for the mistake") {
  struct Case {
    std::vector<std::string> arguments;
    std::string_view remark;
    int code;
  };
  const Case cases[] = {
      {{"xyzzyqwert"},
       "pantau-search: no article has any of this; try other words, or a word's beginning with a "
       "star: regul*\nnothing found for: xyzzyqwert\n",
       1},
      {{"--lang", "xx", "--to", "2030", "deepfake"},
       "pantau-search: nothing has all that is asked; without --lang 4 articles do\n"
       "nothing found for: deepfake (with --lang, --to)\n",
       1},
      {{"--offset", "900", "deepfake"}, "nothing behind --offset 900: 4 articles match\n", 0},
      {{"--limit", "0", "deepfake"}, "", 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.remark);
    const Outcome run = search(c.arguments);
    CHECK(run.err == c.remark);
    CHECK(run.code == c.code);
  }
}

TEST_CASE("weights of an explanation are short, numbers that are asked for stay") {
  const Outcome run = search({"--explain", "--limit", "0", "deepfake 3.14159 0.12345*"});
  const auto run_as = run.err.find("as run:");
  REQUIRE(run_as != std::string::npos);
  CHECK(run.err.find(".14159", run_as) != std::string::npos);
  CHECK(run.err.find("0.12345") != std::string::npos);
  const auto weight = run.err.find(" * ", run_as);
  REQUIRE(weight != std::string::npos);
  CHECK(run.err.substr(weight - 3, 1) == ".");
}

TEST_CASE("a terminal is not driven by what is asked either") {
  const Outcome run = search({"\x1b[2J\u202exyzzyqwert"});
  CHECK(run.err.ends_with("nothing found for:  [2J xyzzyqwert\n"));
}

TEST_CASE("two indexes are searched as one") {
  const TemporaryDirectory directory;
  const std::string other = (directory.path() / "other.idx").string();
  REQUIRE(run_index({"--db", other, "-"},
                    R"({"id":"extra","title":"Deepfake deepfake","text":"Deepfake rules."})")
              .code == 0);
  const Outcome run = search({"--db", other, "--format", "trec", "deepfake rules"});
  CHECK(run.out.find(" extra ") != std::string::npos);
  CHECK(run.out.find("001-china-deep-synthesis") != std::string::npos);
}

}  // namespace pantau
