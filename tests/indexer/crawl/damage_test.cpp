// Damage: in the container, between members, in lengths and heads. One broken record costs that
// record.
#include <doctest/doctest.h>

#include <sstream>
#include <vector>

#include "tests/indexer/crawl/make_crawl.h"

namespace pantau {
namespace {

struct Case {
  std::string name, bytes, records;
};

void check(const std::vector<Case>& cases, const ReadOptions& options = {}) {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(read_all(c.bytes, options) == c.records);
  }
}

/// `bytes` with those from `at` on, a few, turned over.
std::string broken(std::string bytes, std::size_t at) {
  for (std::size_t i = at; i < at + 8 && i < bytes.size(); ++i)
    bytes[i] = static_cast<char>(~bytes[i]);
  return bytes;
}

const std::string a = warc_page("a");
const std::string b = warc_page("b");
const std::string c3 = warc_page("c");

/// A page that does not compress, so that there is something to break.
std::string noisy_page() {
  return warc_html(noise(3000));
}

std::string with_length(std::string_view name, std::string_view length) {
  return warc(
      "response",
      "WARC-Target-URI: http://n.example/x\r\nContent-Length: " + std::string{length} + "\r\n",
      http("Content-Type: text/html\r\n", html(name)));
}

}  // namespace

TEST_CASE("reading goes on at the next gzip member") {
  const std::string noisy = gzip(noisy_page());
  check({
      {"all is well", gzip(a) + gzip(b) + gzip(c3), "a, b, c"},
      {"deflate data broken", gzip(a) + broken(noisy, 900) + gzip(c3), "a, !damaged, c"},
      {"its first byte broken", gzip(a) + broken(noisy, 10) + gzip(c3), "a, !damaged, c"},
      {"its checksum broken", gzip(a) + broken(noisy, noisy.size() - 8) + gzip(c3),
       "a, !damaged, c"},
      {"the first member broken", broken(noisy, 500) + gzip(b) + gzip(c3), "!damaged, b, c"},
      {"two broken in a row", gzip(a) + broken(noisy, 99) + broken(noisy, 700) + gzip(c3),
       "a, !damaged, !damaged, c"},
      {"its header broken", gzip(a) + broken(noisy, 0) + gzip(c3), "a, ?garbage, c"},
      {"a member cut in the middle of the file", gzip(a) + noisy.substr(0, 800) + gzip(c3),
       "a, !damaged, c"},
      {"garbage between members", gzip(a) + "no member at all" + gzip(b), "a, ?garbage, b"},
      {"garbage at the end", gzip(a) + gzip(b) + "tail", "a, b, ?garbage"},
      {"zeros are padding", gzip(a) + std::string(1000, '\0') + gzip(b) + std::string(99, '\0'),
       "a, b"},
      {"an empty member", gzip("") + gzip(a) + gzip("") + gzip(b) + gzip(""), "a, b"},
  });
}

TEST_CASE("reading goes on at the next zstd frame") {
  const std::string noisy = zstd(noisy_page());
  check({
      {"all is well", zstd(a) + zstd(b) + zstd(c3), "a, b, c"},
      {"a block broken", zstd(a) + broken(noisy, 900) + zstd(c3), "a, !damaged, c"},
      {"a block header broken", zstd(a) + broken(noisy, 7) + zstd(c3), "a, !damaged, c"},
      {"the magic number broken", zstd(a) + broken(noisy, 0) + zstd(c3), "a, ?garbage, c"},
      {"a frame cut in the middle of the file", zstd(a) + noisy.substr(0, 500) + zstd(c3),
       "a, !damaged, c"},
      {"skippable frames", skippable_frame(0, "x") + zstd(a) + skippable_frame(5, "") + zstd(b),
       "a, b"},
      {"garbage between frames", zstd(a) + "no frame" + zstd(b), "a, ?garbage, b"},
  });
}

TEST_CASE("a cut file gives all whole records before the cut, and a warning") {
  check({
      {"gzip", gzip(a) + gzip(b).substr(0, 60), "a, ?cut-file"},
      {"gzip in its header", gzip(a) + gzip(b).substr(0, 4), "a, ?cut-file"},
      {"gzip without its trailer", gzip(a) + gzip(b).substr(0, gzip(b).size() - 4),
       "a, b, ?cut-file"},
      {"one member of many records", gzip(a + b + noisy_page()).substr(0, 700), "a, b, ?cut-file"},
      {"zstd", zstd(a) + zstd(b).substr(0, 60), "a, ?cut-file"},
      {"zstd in a skippable frame", zstd(a) + skippable_frame(1, "content").substr(0, 9),
       "a, ?cut-file"},
      {"plain, in the block", a + b.substr(0, b.size() - 9), "a, ?cut-file"},
      {"plain, in the head", a + b.substr(0, 30), "a, ?cut-file"},
      {"plain, in the version", a + "WARC/", "a, !no-record"},
      {"plain, in the blank lines", a + b.substr(0, b.size() - 3), "a, b"},
      {"nothing at all", "", "?empty-file"},
      {"a gzip header alone", gzip(a).substr(0, 10), "?cut-file"},
  });
}

TEST_CASE("a wrong length costs nothing where the next record shows the end") {
  check({
      {"too small", a + with_length("x", "5") + b, "a, x, ?wrong-length, b"},
      {"too large", a + with_length("x", "400") + b, "a, x, ?wrong-length, b"},
      {"too large by one record and a half", a + with_length("x", "300") + b + c3,
       "a, x, ?wrong-length, b, c"},
      {"beyond the end", a + with_length("x", "9999") + b, "a, x, ?wrong-length, b"},
      {"last, too large", a + with_length("x", "9999"), "a, x, ?wrong-length"},
      {"last, too large, its line ends changed",
       a + with_length("x", "9999").substr(0, with_length("x", "9999").size() - 4) + "\n\n",
       "a, x, ?wrong-length"},
      {"zero", a + with_length("x", "0") + b, "a, x, ?wrong-length, b"},
      {"negative", a + with_length("x", "-1") + b, "a, x, ?wrong-length, b"},
      {"no number", a + with_length("x", "many") + b, "a, x, ?wrong-length, b"},
      {"2^64 - 1", a + with_length("x", "18446744073709551615") + b, "a, !too-large, b"},
      {"past 2^64", a + with_length("x", "99999999999999999999999") + b, "a, !too-large, b"},
      {"too large, in members", gzip(a) + gzip(with_length("x", "400")) + gzip(b),
       "a, x, ?wrong-length, b"},
      {"too small, in members", gzip(a) + gzip(with_length("x", "9")) + gzip(b),
       "a, x, ?wrong-length, b"},
      {"huge, in members", gzip(a) + gzip(with_length("x", "77777777777")) + gzip(b),
       "a, !too-large, b"},
      {"too large, in frames", zstd(a) + zstd(with_length("x", "400")) + zstd(b),
       "a, x, ?wrong-length, b"},
      {"no length at all",
       a + "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\n\r\nhello\r\n\r\n" + b,
       "a, hello, ?wrong-length, b"},
  });
}

TEST_CASE("what is no record is passed over up to the next one") {
  std::string endless = "WARC/1.0\r\nWARC-Type: response\r\nX: ";
  endless.append(300 * 1024, 'x');
  check({
      {"words before the first record", "some words\n" + a + b, "!no-record, a, b"},
      {"words between records", a + "some words\r\n" + b, "a, !no-record, b"},
      {"a broken version line", a + "WRAC/1.0\r\nX: y\r\n\r\nz\r\n\r\n" + b, "a, !no-record, b"},
      {"the same in members", gzip(a) + gzip("WRAC/1.0\r\n\r\nz\r\n\r\n") + gzip(b),
       "a, !no-record, b"},
      {"a head without an end", a + endless + "\r\n" + b, "a, !no-record, b"},
      {"blank lines between records", a + "\r\n\n\r\n\n" + b, "a, b"},
  });
}

TEST_CASE("members may start anywhere, as bgzip writes them") {
  const std::string all = a + b + c3;
  for (std::size_t step : {1U, 7U, 100U, 250U}) {
    CAPTURE(step);
    std::string packed;
    for (std::size_t at = 0; at < all.size(); at += step) packed += gzip(all.substr(at, step));
    CHECK(read_all(packed) == "a, b, c");
  }
}

TEST_CASE("a record over the cap is passed over without being held") {
  ReadOptions options;
  options.crawl.max_record_bytes = 4096;
  const std::string big(100'000, 'x');
  const std::string video = warc("response", "", http("Content-Type: video/mp4\r\n", big));
  check(
      {
          {"a page", a + warc_html(big) + b, "a, !too-large, b"},
          {"a page in its member", gzip(a) + gzip(warc_html(big)) + gzip(b), "a, !too-large, b"},
          {"a video is no article anyway", a + video + b, "a, -type-video/mp4, b"},
          {"nor is a request", a + warc("request", "", big) + b, "a, -warc-request, b"},
          {"in ARC", arc_header() + arc_html(big) + arc_page("b"), "-arc-filedesc, !too-large, b"},
          {"a file of text", big, "!too-large"},
          {"a line of JSON", "{\"text\": \"" + big + "\"}\n{\"id\": 1}\n",
           "!too-large, {\"id\": 1}"},
          {"without a length",
           a + "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + http("", big) + "\r\n\r\n" + b,
           "a, !too-large, b"},
      },
      options);
}

TEST_CASE("a bomb costs its own record") {
  const std::string zeros(100 << 20, '\0');
  const std::string bomb = warc_html(zeros);  // of which a little comes out before it is known
  check({
      {"in gzip", gzip(a) + gzip(bomb) + gzip(b), "a, -type-binary, !damaged, b"},
      {"in zstd", zstd(a) + zstd(bomb) + zstd(b), "a, -type-binary, !damaged, b"},
      {"as a body", a + warc("response", "", http("Content-Encoding: gzip\r\n", gzip(zeros))) + b,
       "a, !too-large, b"},
      {"as a body in br",
       a + warc("response", "", http("Content-Encoding: br\r\n", brotli(zeros))) + b,
       "a, !too-large, b"},
      {"as a body twice",
       a + warc("response", "", http("Content-Encoding: gzip, gzip\r\n", gzip(gzip(zeros)))) + b,
       "a, !too-large, b"},
  });
}

TEST_CASE("a file of many small bombs is given up") {
  const std::string small_bomb(60 << 20, ' ');
  std::string gzips = gzip(a);
  std::string frames = zstd(a);
  for (int i = 0; i < 6; ++i) {
    gzips += gzip(small_bomb);
    frames += zstd(small_bomb);
  }
  const std::string before = "a, !no-record, !no-record, !no-record, !no-record, ";
  CHECK(read_all(gzips + gzip(b)) == before + "!damaged");
  CHECK(read_all(frames + zstd(b)) == before + "!damaged");
}

TEST_CASE("what is reported names its place") {
  const std::string bytes = gzip(a) + gzip(a) + broken(gzip(noisy_page()), 900) + gzip(b);
  std::istringstream stream{bytes};
  const auto reader = open_input(std::make_unique<StreamSource>(stream), "crawl.gz").reader;
  CHECK(reader->next().has_value());
  CHECK(reader->next().has_value());
  const std::optional<CrawlRecord> third = reader->next();
  REQUIRE(third.has_value());
  const auto* rejected = std::get_if<Rejected>(&*third);
  REQUIRE(rejected != nullptr);
  CHECK(rejected->origin.file == "crawl.gz");
  CHECK(rejected->origin.offset == 2 * a.size());
  CHECK(rejected->url.starts_with("http://n.example/"));
  CHECK(rejected->detail.find("byte " + std::to_string(2 * gzip(a).size()) + " of the file") !=
        std::string::npos);
}

}  // namespace pantau
