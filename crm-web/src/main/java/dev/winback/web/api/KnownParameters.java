package dev.winback.web.api;

import dev.winback.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * What a list of the API can be asked by: a filter that it does not know, left out in silence,
 * would answer with everybody.
 */
public final class KnownParameters {

  private KnownParameters() {}

  public static void require(HttpServletRequest request, List<String> known) {
    for (var name : request.getParameterMap().keySet()) {
      if (!known.contains(name)) {
        throw Refused.field(name, "refused.parameter", name, String.join(", ", known));
      }
    }
  }
}
