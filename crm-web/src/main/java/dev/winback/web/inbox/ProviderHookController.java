package dev.winback.web.inbox;

import dev.winback.inbox.ProviderEvents;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bounces and complaints that a provider tells: no login but the signature. */
@RestController
class ProviderHookController {

  /** Bytes of one message: a thousand events. */
  private static final int MOST = 1024 * 1024;

  private final ProviderEvents events;

  ProviderHookController(ProviderEvents events) {
    this.events = events;
  }

  @PostMapping({"/api/v1/hooks/mail", "/hooks/mail"})
  ResponseEntity<Void> receive(HttpServletRequest request) throws IOException {
    var body = request.getInputStream().readNBytes(MOST + 1);
    if (body.length > MOST) {
      return ResponseEntity.status(413).build();
    }
    int code =
        switch (events.receive(body, request.getHeader("X-Winback-Signature"))) {
          case TAKEN -> 200;
          case NOT_SIGNED -> 401;
          case NOT_READ -> 400;
        };
    return ResponseEntity.status(code).build();
  }
}
