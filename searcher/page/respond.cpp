#include "searcher/page/respond.h"

#include <sstream>

#include "common/error.h"
#include "common/hash.h"
#include "common/json_writer.h"
#include "common/version.h"
#include "searcher/page/page_context.h"
#include "searcher/render/render.h"

namespace pantau {
namespace {

/// Seconds after which a client may try again.
constexpr std::string_view retry_after = "5";

/// Percent of the deadline that the match may take; the rest is for the page.
constexpr int match_share = 75;

PageResponse problem(int status, PageContext context, Markup what, std::string_view detail = {}) {
  context.failed = true;
  PageResponse response;
  response.status = status;
  if (context.state.format == PageFormat::json) {
    JsonWriter json;
    json.begin_object().key("status").value(static_cast<std::uint64_t>(status));
    json.key("error").value(detail.empty() ? what.text() : detail).end_object();
    response.type = "application/json";
    response.body = json.text() + '\n';
  } else {
    response.body = problem_page(context, what, detail).str();
  }
  response.headers.push_back({"Cache-Control", "no-store"});
  if (status == 405) response.headers.push_back({"Allow", "GET, HEAD"});
  if (status == 503) response.headers.push_back({"Retry-After", std::string{retry_after}});
  return response;
}

/// Every link of the filters repeats the address: behind a longer one, which nobody typed, there
/// are none, or the page would grow to hundreds of kilobytes.
constexpr std::size_t max_narrowed_address = 340;

/// The status that an Error means to a browser.
PageResponse problem_of(const Error& error, const PageContext& context) {
  switch (error.kind()) {
    case Error::Kind::usage:
    case Error::Kind::query:
      return problem(400, context, context.words.bad_request, error.what());
    default:
      return problem(503, context, context.words.unavailable);  // details are the operator's
  }
}

/// Names what a response is made from: program, index and its revision, address, language. Weak,
/// because a server may compress the body (RFC 9110, section 8.8.1).
std::string make_etag(const PageContext& context, const std::string& index_revision) {
  const std::string all = version_text("pantau.cgi") + index_revision + context.base +
                          address_of(context.state) + ' ' + std::string{context.words.code};
  return "W/\"" + to_hex(fnv1a(all)) + '"';
}

SearchRequest request_of(const PageContext& context) {
  SearchRequest request = to_request(context.state);
  request.timeout = context.config.deadline * match_share / 100;
  request.facets = context.config.facets && context.state.format != PageFormat::atom &&
                   address_of(context.state).size() <= max_narrowed_address;
  if (context.state.format == PageFormat::atom) {
    request.sort = Sort::newest;  // a feed is read for what is new
    constexpr std::size_t feed_entries = 30;
    request.limit = feed_entries;
  }
  return request;
}

PageResponse render(const PageContext& context, const SearchResults& results) {
  PageResponse response;
  if (context.state.format == PageFormat::json) {
    std::ostringstream out;
    render_json(context.state.query, results, out);
    response.type = "application/json";
    response.body = std::move(out).str();
  } else if (context.state.format == PageFormat::atom) {
    response.type = "application/atom+xml; charset=utf-8";
    response.body = atom_feed(context, results).str();
  } else {
    response.body = results_page(context, results).str();
  }
  return response;
}

bool needs_search(const PageState& state) {
  return state.asks() && state.format != PageFormat::opensearch;
}

PageResponse without_search(const PageContext& context) {
  PageResponse response;
  if (context.state.format == PageFormat::opensearch) {
    response.type = "application/opensearchdescription+xml; charset=utf-8";
    response.body = opensearch_description(context).str();
  } else if (context.state.format == PageFormat::html) {
    response.body = start_page(context).str();
  } else {
    return problem(400, context, context.words.bad_request, "q is missing");
  }
  return response;
}

PageResponse search(const HttpRequest& request, const PageContext& context, const OpenIndex& open,
                    RequestLog& log) {
  const std::unique_ptr<IndexReader> index = open();
  const std::string etag = make_etag(context, index->revision());
  PageResponse response;
  if (names_etag(request.if_none_match, etag)) {
    response.status = 304;
  } else {
    const SearchResults results = index->search(request_of(context));
    log.matches = results.matches;
    response = render(context, results);
  }
  response.headers.push_back({"ETag", etag});
  response.headers.push_back({"Cache-Control", "no-cache"});  // ask again, it may be 304
  response.headers.push_back({"Vary", "Accept-Language"});
  return response;
}

/// The status of a request that is refused as it is, whatever it asks for; 200 otherwise.
int refusal(const HttpRequest& request) {
  if (request.method != "GET" && request.method != "HEAD") return 405;
  if (request.query.size() > max_query_string) return 414;
  if (!request.path_info.empty() && request.path_info != "/") return 404;
  return 200;
}

Markup reason_of(int status, const InterfaceWords& words) {
  if (status == 405) return words.wrong_method;
  return status == 414 ? words.too_long : words.not_found;
}

}  // namespace

PageResponse respond(const HttpRequest& request, const PageConfig& config, const OpenIndex& open,
                     RequestLog& log) try {
  const std::string_view wanted = choose_language(request.accept_language, interface_codes());
  const std::string origin = config.origin.empty() ? request.origin : config.origin;
  const std::string base = origin.empty() ? "" : origin + request.script;
  PageContext context{config, interface_words(wanted), {}, base};
  context.below = !request.path_info.empty() && request.path_info != "/" && !base.empty();
  if (const int status = refusal(request); status != 200)
    return problem(status, context, reason_of(status, context.words));
  const std::vector<Parameter> parameters = parse_parameters(request.query);
  try {
    context.state = parse_state(parameters);
    if (!context.state.interface.empty()) context.words = interface_words(context.state.interface);
    log.query = context.state.query;
    return needs_search(context.state) ? search(request, context, open, log)
                                       : without_search(context);
  } catch (const Error& error) {
    log.problem = error.what();
    if (!context.state.asks()) context.state = parse_remains(parameters);
    if (!context.state.interface.empty()) context.words = interface_words(context.state.interface);
    return problem_of(error, context);
  }
} catch (const std::exception& error) {
  log.problem = error.what();
  return unavailable_response();
}

PageResponse unavailable_response() {
  PageResponse response;
  response.status = 503;
  response.type = "text/plain; charset=utf-8";
  response.headers = {{"Cache-Control", "no-store"}, {"Retry-After", std::string{retry_after}}};
  response.body = "The search is not available right now. Please try again in a moment.\n";
  return response;
}

std::string log_line(const RequestLog& log, const PageResponse& response, std::string_view time,
                     std::uint64_t milliseconds, bool with_query) {
  JsonWriter json;
  json.begin_object().key("time").value(time);
  json.key("status").value(static_cast<std::uint64_t>(response.status));
  json.key("ms").value(milliseconds);
  json.key("bytes").value(std::uint64_t{response.body.size()});
  json.key("matches").value(log.matches);
  if (with_query) json.key("query").value(log.query);
  if (!log.problem.empty()) json.key("problem").value(log.problem);
  json.end_object();
  return json.text() + '\n';
}

}  // namespace pantau
