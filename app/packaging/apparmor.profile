abi <abi/4.0>,
include <tunables/global>

# Nothing is taken from the app: the profile names it, so that the system lets it make the user namespaces
# that Chromium locks its pages into.
profile "${executable}" "/opt/${sanitizedProductName}/${executable}" flags=(unconfined) {
  userns,

  include if exists <local/${executable}>
}
