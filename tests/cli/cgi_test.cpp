// pantau.cgi as a web server runs it, on the sample crawl.
#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "tests/program.h"
#include "tests/searcher/page/page_check.h"

namespace pantau {
namespace {

const TemporaryDirectory& folder() {
  static const TemporaryDirectory directory;
  return directory;
}

const std::string& sample_index() {
  static const std::string path = [] {
    std::string index = (folder().path() / "sample.idx").string();
    REQUIRE(run_index({"--db", index, "text", "jsonl"}).code == 0);
    return index;
  }();
  return path;
}

/// Runs the program in an environment of these assignments only.
Outcome request(const std::string& environment, const std::string& input = "") {
  return run(PANTAU_CGI, {}, input, "env -i " + environment);
}

Outcome get(const std::string& query, const std::string& more = "") {
  return request("PANTAU_CONFIG=/dev/null REQUEST_METHOD=GET SCRIPT_NAME=/pantau.cgi PANTAU_DB=" +
                 quoted(sample_index()) + " QUERY_STRING=" + quoted(query) + ' ' + more);
}

std::string body_of(const Outcome& outcome) {
  return outcome.out.substr(outcome.out.find("\r\n\r\n") + 4);
}

}  // namespace

TEST_CASE("the page answers in HTML, JSON and Atom, and logs one line") {
  const Outcome page = get("q=deepfake+regulation+China");
  CHECK(page.code == 0);
  CHECK(page.out.starts_with("Status: 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"));
  CHECK(what_is_wrong_with(body_of(page)) == "");
  const auto log = boost::json::parse(page.err).as_object();
  CHECK(log.at("status") == 200);
  CHECK(log.at("query") == "deepfake regulation China");
  const auto answer = boost::json::parse(body_of(get("q=deepfake&f=json"))).as_object();
  CHECK(answer.at("hits").as_array().size() == 4);
  CHECK(body_of(get("q=deepfake&f=atom")).find("<feed xmlns") != std::string::npos);
}

TEST_CASE("a result page and a start page stay small") {
  CHECK(body_of(get("q=kripto")).size() < 30'000);
  CHECK(body_of(get("")).size() < 6'000);
}

TEST_CASE("without an index, with a wrong configuration or a broken one, the answer is 503") {
  struct Case {
    std::string environment, problem;
  };
  const std::string config = (folder().path() / "wrong.conf").string();
  write_file(config, "colour = red\n");
  const Case cases[] = {
      {"PANTAU_CONFIG=/dev/null", "no index named; set PANTAU_DB"},
      {"PANTAU_CONFIG=/nowhere.conf", "/nowhere.conf: this configuration cannot be read"},
      {"PANTAU_CONFIG=" + quoted(config), "configuration, line 1: there is no setting 'colour'"},
      {"PANTAU_CONFIG=/dev/null PANTAU_DB=/nowhere", "/nowhere: no such index"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.environment);
    const Outcome outcome = request("REQUEST_METHOD=GET QUERY_STRING=q=x " + c.environment);
    CHECK(outcome.out.starts_with("Status: 503 Service Unavailable\r\n"));
    CHECK(outcome.out.find("nowhere") == std::string::npos);
    CHECK(outcome.err.find(c.problem) != std::string::npos);
  }
}

TEST_CASE("a deadline that has passed is answered at once with 503") {
  const std::string config = (folder().path() / "hurry.conf").string();
  const std::string pipe = (folder().path() / "never").string();
  REQUIRE(pantau::run("mkfifo", {pipe}).code == 0);
  write_file(config, "deadline_ms = 50\nindex = " + sample_index() + "\n");
  // A body that never comes keeps the program waiting.
  const std::string command =
      "env -i CONTENT_LENGTH=5 REQUEST_METHOD=GET QUERY_STRING=q=x "
      "PANTAU_CONFIG=" +
      quoted(config) + ' ' + quoted(PANTAU_CGI) + " <> " + quoted(pipe);
  const Outcome outcome = pantau::run("sh", {"-c", command});
  CHECK(outcome.out.starts_with("Status: 503 Service Unavailable\r\n"));
  CHECK(outcome.out.find("Retry-After: 5\r\n") != std::string::npos);
  CHECK(outcome.err.find("\"problem\":\"out of time or memory, stopped by the server, or the index "
                         "is damaged\"}\n") != std::string::npos);
}

TEST_CASE(
    "a server that stops the program once it has the answer changes nothing of it or its log") {
  const std::string id = quoted((folder().path() / "id").string());
  const std::string patient = (folder().path() / "patient.conf").string();
  write_file(patient, "deadline_ms = 20000\n");  // a busy machine is not what is tested
  const std::string program =
      "env -i REQUEST_METHOD=GET QUERY_STRING=q=deepfake PANTAU_CONFIG=" + quoted(patient) +
      " PANTAU_DB=" + quoted(sample_index()) + ' ' + quoted(PANTAU_CGI);
  // The first byte comes when nothing is left to do but to write.
  const std::string server = "dd bs=1 count=1 2>/dev/null; kill -TERM $(cat " + id + "); cat";
  const Outcome outcome =
      pantau::run("sh", {"-c", "sh -c 'echo $$ >\"$0\"; exec \"$@\"' " + id + ' ' + program +
                                   " | { " + server + " 2>/dev/null; }"});
  CHECK(outcome.out.starts_with("Status: 200 OK\r\n"));
  CHECK(outcome.out.find("Status: 503") == std::string::npos);
  CHECK(boost::json::parse(outcome.err.substr(outcome.err.find('{'))).at("status") == 200);
}

TEST_CASE("a configuration that is none, or never ends, is 503 all the same") {
  const std::string pipe = (folder().path() / "endless").string();
  REQUIRE(pantau::run("mkfifo", {pipe}).code == 0);
  const std::string large = (folder().path() / "large.conf").string();
  write_file(large, std::string(100'000, '#'));
  for (const std::string& config :
       {pipe, large, folder().path().string(), std::string{"/dev/zero"}}) {
    CAPTURE(config);
    const Outcome outcome =
        request("REQUEST_METHOD=GET QUERY_STRING=q=x PANTAU_DB=" + quoted(sample_index()) +
                " PANTAU_CONFIG=" + quoted(config));
    CHECK(outcome.out.starts_with("Status: 503 Service Unavailable\r\n"));
  }
}

TEST_CASE("what people ask is not logged when the operator says so") {
  const std::string config = (folder().path() / "discreet.conf").string();
  write_file(config, "log_queries = no\nindex = " + sample_index() + "\n");
  const Outcome outcome =
      request("REQUEST_METHOD=GET QUERY_STRING=q=deepfake PANTAU_CONFIG=" + quoted(config));
  CHECK(outcome.out.starts_with("Status: 200 OK"));
  CHECK(outcome.err.find("deepfake") == std::string::npos);
}

TEST_CASE("HEAD sends no body, and a POST is refused whatever it carries") {
  const std::string base = "PANTAU_CONFIG=/dev/null PANTAU_DB=" + quoted(sample_index());
  const Outcome head = request("REQUEST_METHOD=HEAD QUERY_STRING=q=deepfake " + base);
  CHECK(head.out.ends_with("\r\n\r\n"));
  const Outcome post = request("REQUEST_METHOD=POST CONTENT_LENGTH=100000 QUERY_STRING=q=x " + base,
                               std::string(100'000, 'x'));
  CHECK(post.out.starts_with("Status: 405 Method Not Allowed\r\n"));
}

}  // namespace pantau
