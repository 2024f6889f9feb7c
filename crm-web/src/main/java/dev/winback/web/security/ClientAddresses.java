package dev.winback.web.security;

import dev.winback.shared.Settings;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Behind https a proxy stands before the program, and to it everybody had the proxy's address: the
 * client's is taken of {@code X-Forwarded-For}, where a proxy inside said it, and nothing else is
 * taken of such headers.
 */
@Component
class ClientAddresses implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  private final boolean proxied;
  private final String proxies;

  ClientAddresses(
      Settings settings, @Value("${server.tomcat.remoteip.internal-proxies:}") String proxies) {
    this.proxied = "https".equals(settings.baseUrl().getScheme());
    this.proxies = proxies;
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory server) {
    if (proxied) {
      server.addEngineValves(valve(proxies));
    }
  }

  /** Private addresses are inside, where nothing else is said. */
  static RemoteIpValve valve(String proxies) {
    var valve = new RemoteIpValve();
    valve.setProtocolHeader(null); // links are made of the configured address
    if (!proxies.isBlank()) {
      valve.setInternalProxies(proxies);
    }
    return valve;
  }
}
