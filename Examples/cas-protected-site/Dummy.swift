import Mustache; import Configuration; import Hummingbird
