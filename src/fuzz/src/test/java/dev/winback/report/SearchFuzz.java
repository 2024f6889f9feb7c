package dev.winback.report;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.winback.customer.Search;

/** Any text in the search box. */
class SearchFuzz {

  @FuzzTest(maxDuration = "60s")
  void anyTextIsASearch(FuzzedDataProvider data) {
    Search.params(data.consumeRemainingAsString());
  }
}
