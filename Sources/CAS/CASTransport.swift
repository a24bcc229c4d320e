public import WebSession

/// What carries a client's requests to the CAS server: the transport of `WebSession`. `WebTransport.AsyncHTTPTransport` is
/// the one for Linux and servers.
public typealias CASTransport = Transport
