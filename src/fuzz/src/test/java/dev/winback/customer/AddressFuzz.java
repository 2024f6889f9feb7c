package dev.winback.customer;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text as an e-mail address and as a telephone number. */
class AddressFuzz {

  @FuzzTest(maxDuration = "60s")
  void anyTextIsAnAddressOrHasAFault(FuzzedDataProvider data) {
    var text = data.consumeRemainingAsString();
    if (MailAddress.fault(text) == null) {
      MailAddress.stored(text);
    }
    PhoneNumbers.possible(text);
  }
}
