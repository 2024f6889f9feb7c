package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** hold.md, T50: what is inside and what is not; the notations stand where people type them. */
class DestinationTest {

  @ParameterizedTest
  @ValueSource(strings = {"2606:4700:4700::1111", "2a00::1", "8.8.8.8", "1.1.1.1"})
  void publicAddressesAreOutside(String address) throws Exception {
    assertThat(Destination.inside(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.5", "169.254.169.254", "::1", "fd12:3456::1"})
  void thisHostAndItsNetAreInside(String address) throws Exception {
    assertThat(Destination.inside(InetAddress.getByName(address))).isTrue();
  }
}
