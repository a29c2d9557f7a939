#include "tests/indexer/crawl/make_crawl.h"

#include <brotli/encode.h>
#include <zdict.h>
#include <zlib.h>
#include <zstd.h>

#include <sstream>
#include <stdexcept>
#include <vector>

#include "indexer/crawl/decode_page.h"

namespace pantau {
namespace {

std::string deflate_with(std::string_view bytes, int window_bits) {
  z_stream stream{};
  if (deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error{"deflateInit2"};
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string le32(std::size_t number) {
  std::string out;
  for (int i = 0; i < 4; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
  return out;
}

std::string url_of(std::string_view name) {
  return "http://n.example/" + std::string{name};
}

std::string warc_response(std::string_view name, std::string_view body) {
  return warc("response",
              "WARC-Date: 2021-03-20T10:00:00Z\r\nWARC-Target-URI: " + url_of(name) + "\r\n",
              http("Content-Type: text/html\r\n", body));
}

std::string arc_response(std::string_view name, std::string_view body) {
  const std::string block = http("Content-Type: text/html\r\n", body);
  return url_of(name) + " 192.0.2.1 20210320100000 text/html " + std::to_string(block.size()) +
         "\n" + block + "\n";
}

}  // namespace

std::string gzip(std::string_view bytes) {
  return deflate_with(bytes, 16 + 15);
}
std::string zlib(std::string_view bytes) {
  return deflate_with(bytes, 15);
}
std::string raw_deflate(std::string_view bytes) {
  return deflate_with(bytes, -15);
}

std::string zstd(std::string_view bytes, std::string_view dictionary) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  ZSTD_CCtx_loadDictionary(context, dictionary.data(), dictionary.size());
  out.resize(ZSTD_compress2(context, out.data(), out.size(), bytes.data(), bytes.size()));
  ZSTD_freeCCtx(context);
  return out;
}

std::string brotli(std::string_view bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size()) + 64;
  std::string out(size, '\0');
  BrotliEncoderCompress(9, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                        reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                        reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(size);
  return out;
}

std::string skippable_frame(unsigned number, std::string_view content) {
  return le32(0x184D2A50U + number) + le32(content.size()) + std::string{content};
}

std::string train_dictionary() {
  std::string samples;
  std::vector<std::size_t> sizes;
  for (int i = 0; i < 200; ++i) {
    const std::string one = warc_page("page-" + std::to_string(i * i));
    samples += one;
    sizes.push_back(one.size());
  }
  std::string dictionary(4096, '\0');
  dictionary.resize(ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(),
                                          sizes.data(), static_cast<unsigned>(sizes.size())));
  return dictionary;
}

std::string warc(std::string_view type, std::string_view fields, std::string_view block,
                 std::string_view version) {
  std::string out = std::string{version} + "\r\n";
  if (!type.empty()) (out += "WARC-Type: ").append(type) += "\r\n";
  out += fields;
  if (fields.find("Content-Length") == std::string_view::npos)
    out += "Content-Length: " + std::to_string(block.size()) + "\r\n";
  return (out += "\r\n").append(block) += "\r\n\r\n";
}

std::string warc_page(std::string_view name) {
  return warc_response(name, html(name));
}
std::string warc_html(std::string_view body) {
  return warc_response("x", body);
}

std::string arc_header(std::string_view version) {
  const std::string block =
      std::string{version} + " 0 Test\nURL IP-address Archive-date Content-type Archive-length\n";
  return "filedesc://t.arc 0.0.0.0 20210320100000 text/plain " + std::to_string(block.size()) +
         "\n" + block + "\n";
}

std::string arc_page(std::string_view name) {
  return arc_response(name, html(name));
}
std::string arc_html(std::string_view body) {
  return arc_response("x", body);
}

std::string noise(std::size_t size) {
  std::string out;
  unsigned state = 12345;
  while (out.size() < size) {
    state = state * 1103515245U + 12345U;
    out += static_cast<char>('A' + (state >> 16) % 60);
  }
  return out;
}

std::string html(std::string_view name) {
  return "<html><p>" + std::string{name} + "</p></html>";
}

std::string http(std::string_view fields, std::string_view body, std::string_view status) {
  return std::string{status} + "\r\n" + std::string{fields} + "\r\n" + std::string{body};
}

std::string chunked(std::initializer_list<std::string_view> chunks) {
  std::ostringstream out;
  for (const std::string_view chunk : chunks)
    out << std::hex << chunk.size() << "\r\n" << chunk << "\r\n";
  out << "0\r\n\r\n";
  return out.str();
}

std::string describe(const CrawlRecord& record) {
  if (const auto* rejected = std::get_if<Rejected>(&record)) return "!" + rejected->reason;
  if (const auto* skipped = std::get_if<Skipped>(&record)) return "-" + skipped->kind;
  if (const auto* warning = std::get_if<Warning>(&record)) return "?" + warning->reason;
  const auto& page = std::get<RawPage>(record);
  std::string_view name = page.bytes;
  constexpr std::string_view before = "<html><p>";
  constexpr std::string_view after = "</p></html>";
  if (name.starts_with(before)) name.remove_prefix(before.size());
  if (name.ends_with(after)) name.remove_suffix(after.size());
  return (page.truncated ? "~" : "") + std::string{name};
}

std::string read_all(std::string_view bytes, const ReadOptions& options) {
  std::istringstream stream{std::string{bytes}};
  const auto reader =
      open_input(std::make_unique<StreamSource>(stream), "test", options.crawl, options.start)
          .reader;
  std::string all;
  while (std::optional<CrawlRecord> record = reader->next()) {
    if (auto* page = std::get_if<RawPage>(&*record))
      record = decode_page(std::move(*page), options.crawl.max_record_bytes);
    all += (all.empty() ? "" : ", ") + describe(*record);
  }
  return all;
}

}  // namespace pantau
