package dev.winback.web.inbox;

import dev.winback.inbox.ProviderEvents;
import dev.winback.web.layout.SignedBodies;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bounces and complaints that a provider tells: no login but the signature. */
@RestController
class ProviderHookController {

  /** Bytes of one message: a thousand events. */
  private static final int MOST = 1024 * 1024;

  private static final String SIGNATURE = "X-Winback-Signature";

  private final SignedBodies bodies = new SignedBodies(MOST);
  private final ProviderEvents events;

  ProviderHookController(ProviderEvents events) {
    this.events = events;
  }

  @PostMapping({"/api/v1/hooks/mail", "/hooks/mail"})
  ResponseEntity<Void> receive(HttpServletRequest request) throws IOException {
    if (!events.listens() || request.getHeader(SIGNATURE) == null) {
      return ResponseEntity.status(401).build();
    }
    var body = bodies.read(request);
    return body.isEmpty()
        ? ResponseEntity.status(503).header(HttpHeaders.RETRY_AFTER, "5").build()
        : ResponseEntity.status(taken(body.get(), request)).build();
  }

  private int taken(byte[] body, HttpServletRequest request) {
    if (body.length > MOST) {
      return 413;
    }
    return switch (events.receive(body, request.getHeader(SIGNATURE))) {
      case TAKEN -> 200;
      case NOT_SIGNED -> 401;
      case NOT_READ -> 400;
    };
  }
}
