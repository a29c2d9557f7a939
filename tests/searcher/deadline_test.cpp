#include "searcher/search/deadline.h"

#include <csignal>
#include <thread>

#include <sys/time.h>

#include <doctest/doctest.h>

#include "searcher/search/match_watch.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

using std::chrono::milliseconds;

Deadline passed_deadline() {
  const Deadline deadline{milliseconds{1}};
  std::this_thread::sleep_for(milliseconds{2});
  return deadline;
}

volatile std::sig_atomic_t alarms = 0;
extern "C" void count_alarm(int /*signal*/) {
  alarms = alarms + 1;
}

Xapian::WritableDatabase numbers(int count) {
  Xapian::WritableDatabase database{"", Xapian::DB_BACKEND_INMEMORY};
  for (int i = 1; i <= count; ++i) {
    Xapian::Document document;
    document.add_term("word", static_cast<Xapian::termcount>(i % 100 + 1));
    database.add_document(document);
  }
  return database;
}

}  // namespace

TEST_CASE("no timeout never passes") {
  CHECK_FALSE(Deadline{}.passed());
  CHECK_FALSE(Deadline{milliseconds{0}}.is_set());
  CHECK(passed_deadline().passed());
  CHECK(passed_deadline().left().count() == 0);
  CHECK(Deadline{std::chrono::hours{1}}.left() > std::chrono::minutes{59});
}

TEST_CASE("a match is stopped when the time is over, and what it saw is known") {
  const Xapian::WritableDatabase database = numbers(500);
  Xapian::Enquire enquire{database};
  enquire.set_query(Xapian::Query{"word"});
  const Deadline deadline = passed_deadline();
  MatchWatch watch{deadline, 3};
  enquire.add_matchspy(&watch);
  CHECK_THROWS_AS(static_cast<void>(enquire.get_mset(0, 10, 1000)), TimedOut);
  CHECK(watch.count() == 1);
  CHECK(watch.best().size() == 1);
}

TEST_CASE("the best that were seen are those the match itself ranks first") {
  const Xapian::WritableDatabase database = numbers(500);
  Xapian::Enquire enquire{database};
  enquire.set_query(Xapian::Query{"word"});
  const Deadline never;
  MatchWatch watch{never, 7};
  enquire.add_matchspy(&watch);
  const Xapian::MSet set = enquire.get_mset(0, 7, 1000);
  CHECK(watch.count() == 500);
  const auto best = watch.best();
  REQUIRE(best.size() == set.size());
  for (Xapian::doccount i = 0; i < set.size(); ++i) {
    CHECK(best[i].id == *set[i]);
    CHECK(best[i].weight == set[i].get_weight());
  }
}

TEST_CASE("an alarm comes to a process that is stuck, and to no other") {
  const auto before = std::signal(SIGALRM, count_alarm);
  {
    const AlarmScope quick{Deadline{std::chrono::hours{1}}, milliseconds{0}};
    const AlarmScope never{Deadline{}, milliseconds{0}};
  }
  CHECK(alarms == 0);
  {
    const AlarmScope scope{passed_deadline(), milliseconds{1}};
    for (int i = 0; i < 1000 && alarms == 0; ++i) std::this_thread::sleep_for(milliseconds{10});
  }
  CHECK(alarms == 1);
  std::signal(SIGALRM, before);
}

// The search page has a deadline for the whole request around that of the match.
TEST_CASE("an alarm that was set before is still due afterwards") {
  const auto before = std::signal(SIGALRM, count_alarm);
  alarms = 0;
  const itimerval outer{{0, 0}, {3'600, 0}}, none{};
  setitimer(ITIMER_REAL, &outer, nullptr);
  { const AlarmScope scope{Deadline{std::chrono::minutes{1}}, milliseconds{0}}; }
  itimerval left{};
  getitimer(ITIMER_REAL, &left);
  CHECK(left.it_value.tv_sec > 3'500);
  const itimerval soon{{0, 0}, {0, 20'000}};
  setitimer(ITIMER_REAL, &soon, nullptr);
  {
    const AlarmScope scope{Deadline{std::chrono::minutes{1}}, milliseconds{0}};
    for (int i = 0; i < 1000 && alarms == 0; ++i) std::this_thread::sleep_for(milliseconds{10});
  }
  CHECK(alarms == 1);
  setitimer(ITIMER_REAL, &none, nullptr);
  std::signal(SIGALRM, before);
}

}  // namespace pantau
