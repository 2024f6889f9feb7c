package dev.winback.web.shop;

import dev.winback.shop.Hook;
import dev.winback.shop.Inbox;
import dev.winback.shop.ShopSystem;
import dev.winback.web.layout.SignedBodies;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The shops' webhooks: read byte by byte as they were signed, stored, answered; no login but the
 * signature.
 */
@RestController
@RequestMapping({"/api/v1/hooks", "/hooks"})
class HookController {

  /** Bytes of one delivery: an order with hundreds of lines has 200 kB. */
  private static final int MOST = 5 * 1024 * 1024;

  private static final byte[] NOTHING = {};

  private final SignedBodies bodies = new SignedBodies(MOST);
  private final Inbox inbox;

  HookController(Inbox inbox) {
    this.inbox = inbox;
  }

  @PostMapping("/shopify")
  ResponseEntity<Void> shopify(HttpServletRequest request) throws IOException {
    var signed = shopify(request, "Hmac-SHA256");
    var body = body(ShopSystem.SHOPIFY, signed, request);
    return body.isEmpty()
        ? busy()
        : receive(
            new Hook(
                ShopSystem.SHOPIFY,
                signed,
                shopify(request, "Topic"),
                shopify(request, "Webhook-Id"),
                shopify(request, "Shop-Domain"),
                body.get()));
  }

  /** What Shopify calls Events comes with the same headers without the X. */
  private static @Nullable String shopify(HttpServletRequest request, String header) {
    var said = request.getHeader("X-Shopify-" + header);
    return said == null ? request.getHeader("Shopify-" + header) : said;
  }

  /** WooCommerce tries a webhook that is saved without a topic: answered, not stored. */
  @PostMapping("/woocommerce")
  ResponseEntity<Void> woocommerce(HttpServletRequest request) throws IOException {
    var delivery = request.getHeader("X-WC-Webhook-Delivery-ID");
    var hook = request.getHeader("X-WC-Webhook-ID");
    var signed = request.getHeader("X-WC-Webhook-Signature");
    var body = body(ShopSystem.WOOCOMMERCE, signed, request);
    return body.isEmpty()
        ? busy()
        : receive(
            new Hook(
                ShopSystem.WOOCOMMERCE,
                signed,
                request.getHeader("X-WC-Webhook-Topic"),
                delivery == null ? null : hook + "-" + delivery,
                request.getHeader("X-WC-Webhook-Source"),
                body.get()));
  }

  /** Of whom nothing could be believed nothing is read: his refusal is noted as before. */
  private Optional<byte[]> body(
      ShopSystem system, @Nullable String signature, HttpServletRequest request)
      throws IOException {
    return signature != null && inbox.expects(system) ? bodies.read(request) : Optional.of(NOTHING);
  }

  private ResponseEntity<Void> receive(Hook hook) {
    if (hook.body().length > MOST) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
    }
    boolean trial =
        hook.system() == ShopSystem.WOOCOMMERCE && hook.topic() == null && hook.signature() == null;
    return trial || inbox.receive(hook)
        ? ResponseEntity.ok().build()
        : ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
  }

  /** Shopify comes again, and what WooCommerce told is caught up with. */
  private static ResponseEntity<Void> busy() {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .build();
  }
}
