// A visit to the page over a small index in memory, for tests.
#pragma once

#include <string>
#include <string_view>

#include "searcher/page/respond.h"
#include "tests/indexed_articles.h"

namespace pantau {

inline HttpRequest get(std::string query) {
  HttpRequest request;
  request.method = "GET";
  request.query = std::move(query);
  request.script = "/pantau.cgi";
  request.today = *make_date(2026, 11, 30);
  return request;
}

inline bool has(const PageResponse& response, std::string_view piece) {
  return response.body.find(piece) != std::string::npos;
}

inline std::string header(const PageResponse& response, std::string_view name) {
  for (const HttpHeader& header : response.headers)
    if (header.name == name) return header.value;
  return {};
}

inline PageResponse visit(const Xapian::Database& index, const HttpRequest& request,
                          const PageConfig& config = {}) {
  RequestLog log;
  return respond(
      request, config, [&] { return std::make_unique<IndexReader>(index); }, log);
}

}  // namespace pantau
